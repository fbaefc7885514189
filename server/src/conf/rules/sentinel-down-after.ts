import { isPlainNumber, optionNumber, readSentinelFile } from '../../sentinel/monitored';
import type { DocumentRule } from '../rule';
import { changeTo } from '../stated';

const OPTION = 'down-after-milliseconds';
const SHORTEST = 1_000;
const LONGEST = 60_000;

/** A primary that counts as down after every pause, or only when everybody has noticed. */
export const sentinelDownAfter: DocumentRule = {
  id: 'sentinel-down-after',
  group: 'sentinel',
  severity: 'warning',
  scope: 'document',
  title: 'The time after which Sentinel finds a primary down is out of proportion',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    for (const monitored of readSentinelFile(settings).monitored.values()) {
      const stated = monitored.options.get(OPTION);
      const word = stated?.args[1];
      if (!stated || !word || stated.occurrence.included || !isPlainNumber(word)) continue;
      const value = optionNumber(monitored, OPTION, 30_000);
      const line = stated.occurrence.line;
      if (value > 0 && value < SHORTEST) {
        yield {
          line,
          span: word,
          message: `The number is in milliseconds: after ${value} ms without an answer "${monitored.name}" counts as down, so a fork or a slow command starts a failover. Use 5000 to 30000.`,
          fixes: [changeTo('5000', word, line), ...(value <= 120 ? [changeTo(String(value * 1000), word, line)] : [])],
        };
      } else if (value > LONGEST) {
        yield {
          line,
          span: word,
          severity: 'information',
          message: `Nothing happens for ${Math.round(value / 1000)} seconds after "${monitored.name}" is gone. The default is 30000.`,
          fixes: [changeTo('30000', word, line)],
        };
      }
    }
  },
};
