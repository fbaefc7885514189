import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

const SHORTEST = 1_000n;
const LONGEST = 60_000n;

/** A node timeout that takes every pause for a failure, or none. OutSystems has a number of its own. */
export const clusterNodeTimeoutRange: DocumentRule = {
  id: 'cluster-node-timeout-range',
  group: 'cluster',
  severity: 'warning',
  scope: 'document',
  title: 'The time after which a cluster node counts as failed is out of proportion',
  *check(settings, env) {
    if (env.kind !== 'redis' || env.profile === 'outsystems' || !settings.isOn('cluster-enabled')) return;
    const line = ownLine(settings, 'cluster-node-timeout');
    const word = line?.args[0];
    const value = settings.number('cluster-node-timeout');
    if (!line || !word || value === undefined) return;
    if (value < SHORTEST) {
      yield {
        line: line.line,
        span: word,
        message: `After ${value} ms without an answer a node counts as failed: a fork, a slow command or a short network pause starts a failover. Use 5000 to 15000.`,
        fixes: [changeTo('5000', word, line.line), changeTo('15000', word, line.line)],
      };
    } else if (value > LONGEST) {
      yield {
        line: line.line,
        span: word,
        severity: 'information',
        message: `A failed primary is replaced only after ${value / 1000n} seconds; until then its slots cannot be written. The default is 15000.`,
        fixes: [changeTo('15000', word, line.line)],
      };
    }
  },
};
