import { argumentTexts } from '../arguments';
import type { DirectiveRule } from '../rule';
import { readFloat } from '../values';

/** Percentiles that are no numbers from 0 to 100. */
export const latencyPercentiles: DirectiveRule = {
  id: 'latency-percentiles',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['latency-tracking-info-percentiles'],
  title: 'Latency percentiles are no numbers from 0 to 100',
  check: (line, env) => {
    const given = argumentTexts(line, env);
    if (given.length === 1 && given[0]?.text === '') return undefined;
    for (const { text, word } of given) {
      const value = readFloat(text);
      if (value === undefined) {
        return {
          span: word,
          message: `"${text}" is no number. The server stops here: Invalid latency-tracking-info-percentiles parameters.`,
        };
      }
      if (value < 0 || value > 100) {
        return {
          span: word,
          message: `A percentile is between 0 and 100; ${text} is not. The server stops here: latency-tracking-info-percentiles parameters should sit between [0.0,100.0].`,
        };
      }
    }
    return undefined;
  },
};
