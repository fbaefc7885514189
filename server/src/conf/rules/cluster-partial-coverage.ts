import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** A cluster that answers although a part of the slots is gone. */
export const clusterPartialCoverage: DocumentRule = {
  id: 'cluster-partial-coverage',
  group: 'cluster',
  severity: 'information',
  scope: 'document',
  title: 'The cluster goes on when a part of its slots is not served',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled') || settings.isOn('cluster-require-full-coverage'))
      return;
    const line = ownLine(settings, 'cluster-require-full-coverage');
    const word = line?.args[0];
    if (!line || !word) return;
    yield {
      line: line.line,
      span: word,
      message:
        'With "no" the cluster goes on serving the slots that are left when a shard is lost. Applications see errors for some keys only, and must be able to live with that.',
      fixes: [changeTo('yes', word, line.line)],
    };
  },
};
