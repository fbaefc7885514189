import { argumentsSpan, argumentTexts } from '../arguments';
import { choice, replaceSpan } from '../fix';
import type { DirectiveRule } from '../rule';
import { trailingComment } from '../slips';
import { strtoll } from '../values';
import { shown, stopsHere } from '../wording';

const LIMIT = 2000n;
const OUT_OF_RANGE = 'Invalid oom-score-adj-values, elements must be between -2000 and 2000.';

/** Three whole numbers from -2000 to 2000. */
export const oomScoreValues: DirectiveRule = {
  id: 'oom-score-values',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['oom-score-adj-values'],
  title: 'The three out-of-memory scores are not whole numbers from -2000 to 2000',
  check: (line, env) => {
    const given = argumentTexts(line, env);
    if (given.length !== 3) {
      const reason = env.era === 7 ? 'wrong number of arguments' : 'Bad directive or wrong number of arguments';
      return (
        trailingComment(line, reason) ?? {
          span: argumentsSpan(line),
          message: `"${line.name.text}" takes three numbers: for a primary, a replica and a background child. ${stopsHere(reason)}`,
        }
      );
    }
    for (const { text, word } of given) {
      const { value, rest } = strtoll(text);
      const whole = rest === text.length;
      if (whole && value >= -LIMIT && value <= LIMIT) continue;
      const bound = value > 0n ? LIMIT : -LIMIT;
      return {
        span: word,
        message: `${shown(text)} is no whole number from -2000 to 2000. ${stopsHere(OUT_OF_RANGE)}`,
        fixes:
          whole && word.text === text
            ? [choice(`Change to ${bound}, the nearest value allowed`, replaceSpan(word, bound.toString()))]
            : [],
      };
    }
    return undefined;
  },
};
