import { certain, choice, replaceSpan } from '../fix';
import { isWholeWord, memoryArguments, zeroMeans } from '../memoryArguments';
import type { DirectiveRule } from '../rule';

/** An empty text or a unit without a number is a size of 0 to every server. */
export const emptyIsZero: DirectiveRule = {
  id: 'empty-is-zero',
  group: 'traps',
  severity: 'warning',
  scope: 'directive',
  types: ['memory', 'percent-or-memory', 'special'],
  title: 'A size without a number is 0',
  check: (line, env) => {
    const argument = memoryArguments(line, env).find(({ text }) => /^(?:[kmg]?b?)$/i.test(text));
    if (!argument) return undefined;
    const { text, word } = argument;
    const edit = replaceSpan(word, '0');
    const fix = text === '' ? certain('Change to 0, as it is read', edit) : choice('Change to 0, as it is read', edit);
    return {
      span: word,
      message: `${text === '' ? 'An empty size' : `"${text}", a unit without a number,`} is read as 0${zeroMeans(line.directive.key)}. Write the number that is meant.`,
      fixes: isWholeWord(argument) ? [fix] : [],
    };
  },
};
