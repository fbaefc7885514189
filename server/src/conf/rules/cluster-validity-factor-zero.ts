import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** With a factor of 0 a replica takes over however old its data is. */
export const clusterValidityFactorZero: DocumentRule = {
  id: 'cluster-validity-factor-zero',
  group: 'cluster',
  severity: 'information',
  scope: 'document',
  title: 'A replica takes over however long it was cut off',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled')) return;
    const line = ownLine(settings, 'cluster-replica-validity-factor');
    const word = line?.args[0];
    if (!line || !word || settings.number('cluster-replica-validity-factor') !== 0n) return;
    yield {
      line: line.line,
      span: word,
      message:
        'With 0 a replica takes over however long it was cut off from its primary: best for availability, but the newest writes may be lost. The default is 10 times "cluster-node-timeout".',
      fixes: [changeTo('10', word, line.line)],
    };
  },
};
