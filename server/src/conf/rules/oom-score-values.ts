import { argumentTexts } from '../arguments';
import type { DirectiveRule } from '../rule';
import { strtoll } from '../values';

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
    const whole = { start: line.args[0]?.start ?? line.name.start, end: line.args.at(-1)?.end ?? line.name.end };
    if (given.length !== 3) {
      return {
        span: whole,
        message: `"${line.name.text}" takes three numbers: for a primary, a replica and a background child. The server stops here: wrong number of arguments.`,
      };
    }
    for (const { text, word } of given) {
      const { value, rest } = strtoll(text);
      if (rest === text.length && value >= -2000n && value <= 2000n) continue;
      return {
        span: word,
        message: `"${text}" is no whole number from -2000 to 2000. The server stops here: Invalid oom-score-adj-values, elements must be between -2000 and 2000.`,
      };
    }
    return undefined;
  },
};
