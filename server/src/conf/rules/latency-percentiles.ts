import { type Argument, argumentTexts } from '../arguments';
import { certain, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import { isWholeWord } from '../memoryArguments';
import type { DirectiveRule } from '../rule';
import { trailingComment } from '../slips';
import { atLeast } from '../target';
import { readFloat } from '../values';
import { shown, stopsHere } from '../wording';

const NO_NUMBER = 'Invalid latency-tracking-info-percentiles parameters';
const OUT_OF_RANGE = 'latency-tracking-info-percentiles parameters should sit between [0.0,100.0]';

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
    const hexadecimal = !atLeast(env.target, 'valkey', '9.0.0');
    for (const argument of given) {
      const value = readFloat(argument.text, hexadecimal);
      if (value === undefined) {
        const comment = argument.text.startsWith('#') ? trailingComment(line, NO_NUMBER) : undefined;
        return (
          comment ?? {
            span: argument.word,
            message: `${shown(argument.text)} is no number. ${stopsHere(NO_NUMBER)}`,
            fixes: nearPercentile(argument),
          }
        );
      }
      if (value < 0 || value > 100) {
        return {
          span: argument.word,
          message: `A percentile is between 0 and 100; ${shown(argument.text)} is not. ${stopsHere(OUT_OF_RANGE)}`,
        };
      }
    }
    return undefined;
  },
};

/** `99%`, `p99` and `99,` are 99. */
function nearPercentile(argument: Argument): Fix[] {
  const number = /^=?p?(\d{1,2}(?:\.\d+)?|100)[%,;]?$/i.exec(argument.text.trim())?.[1];
  if (number === undefined || !isWholeWord(argument)) return [];
  return [certain(`Change to ${number}`, replaceSpan(argument.word, number))];
}
