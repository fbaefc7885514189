import { isPlainNumber, readSentinelFile } from '../../sentinel/monitored';
import type { DocumentRule } from '../rule';
import { changeTo } from '../stated';

/** A quorum that one Sentinel reaches alone, or that all known Sentinels together do not reach. */
export const sentinelQuorum: DocumentRule = {
  id: 'sentinel-quorum',
  group: 'sentinel',
  severity: 'warning',
  scope: 'document',
  title: 'The quorum is 1, or more than there are Sentinels',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    for (const { name, monitor, quorum, sentinels } of readSentinelFile(settings).monitored.values()) {
      const word = monitor.args[3];
      if (!word || monitor.occurrence.included || !isPlainNumber(word)) continue;
      const line = monitor.occurrence.line;
      const known = sentinels.length + 1;
      const majority = Math.floor(known / 2) + 1;
      if (quorum === 1) {
        yield {
          line,
          span: word,
          message: `With a quorum of 1 the opinion of a single Sentinel, perhaps one that is cut off, declares "${name}" dead. Use 2 of 3 Sentinels, or 3 of 5.`,
          fixes: [changeTo('2', word, line)],
        };
      } else if (known > 1 && quorum > known) {
        yield {
          line,
          span: word,
          message: `The file knows ${known} Sentinels, this one included, so ${quorum} never agree and "${name}" is never failed over.`,
          fixes: [changeTo(String(majority), word, line)],
        };
      } else if (known > 2 && quorum === known) {
        yield {
          line,
          span: word,
          severity: 'information',
          message: `All ${known} known Sentinels have to agree: while one of them is away, "${name}" is not failed over.`,
          fixes: [changeTo(String(majority), word, line)],
        };
      }
    }
  },
};
