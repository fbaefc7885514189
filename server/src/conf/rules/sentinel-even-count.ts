import { readSentinelFile } from '../../sentinel/monitored';
import type { DocumentRule } from '../rule';

/** Two Sentinels cannot outvote anybody; an even number bears no more failures than one less. */
export const sentinelEvenCount: DocumentRule = {
  id: 'sentinel-even-count',
  group: 'sentinel',
  severity: 'information',
  scope: 'document',
  title: 'Two Sentinels, or another even number, watch a primary',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    for (const { name, monitor, sentinels } of readSentinelFile(settings).monitored.values()) {
      const known = sentinels.length + 1;
      if (known % 2 === 1 || monitor.occurrence.included) continue;
      yield {
        line: monitor.occurrence.line,
        severity: known === 2 ? 'warning' : 'information',
        message:
          known === 2
            ? `Two Sentinels watch "${name}": when the machine of one is lost, the other has no majority and there is no failover. Run three.`
            : `${known} Sentinels watch "${name}". A majority of them bears no more failures than one of ${known - 1}; an odd number also cannot split evenly.`,
      };
    }
  },
};
