import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** A replica that never takes over by itself. */
export const clusterNoFailover: DocumentRule = {
  id: 'cluster-no-failover',
  group: 'cluster',
  severity: 'warning',
  scope: 'document',
  title: 'The node never takes over from its primary by itself',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled') || !settings.isOn('cluster-replica-no-failover'))
      return;
    const line = ownLine(settings, 'cluster-replica-no-failover');
    const word = line?.args[0];
    if (!line || !word) return;
    yield {
      line: line.line,
      span: word,
      message:
        'As a replica this node never takes over when its primary fails: somebody has to run CLUSTER FAILOVER. Keep "yes" only for replicas in a distant data centre.',
      fixes: [changeTo('no', word, line.line)],
    };
  },
};
