import { isPlainNumber, optionNumber, readSentinelFile } from '../../sentinel/monitored';
import type { DocumentRule } from '../rule';
import { changeTo } from '../stated';

/** All replicas busy with the new primary at once, or none of them ever. */
export const sentinelParallelSyncs: DocumentRule = {
  id: 'sentinel-parallel-syncs',
  group: 'sentinel',
  severity: 'information',
  scope: 'document',
  title: 'After a failover all replicas synchronise at once, or none',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    for (const monitored of readSentinelFile(settings).monitored.values()) {
      const stated = monitored.options.get('parallel-syncs');
      const word = stated?.args[1];
      if (!stated || !word || stated.occurrence.included || !isPlainNumber(word)) continue;
      const value = optionNumber(monitored, 'parallel-syncs', 1);
      const line = stated.occurrence.line;
      const replicas = monitored.replicas.length;
      if (value < 1) {
        yield {
          line,
          span: word,
          severity: 'warning',
          message: `With ${value} no replica of "${monitored.name}" is pointed at the new primary until the failover times out.`,
          fixes: [changeTo('1', word, line)],
        };
      } else if (value > 1 && replicas > 1 && value >= replicas - 1) {
        yield {
          line,
          span: word,
          message: `The file knows ${replicas} replicas of "${monitored.name}"; one becomes the primary and all the others may load its data at the same time, when none of them answers reads. 1 keeps the others readable.`,
          fixes: [changeTo('1', word, line)],
        };
      }
    }
  },
};
