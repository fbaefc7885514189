import { choice, replaceSpan } from '../fix';
import { isWholeWord, memoryArguments } from '../memoryArguments';
import type { DirectiveRule } from '../rule';
import { groupDigits, memoryMeaning } from '../values';

/** `k`, `m` and `g` count in thousands; with a `b` they count in 1024. */
export const unit1000Or1024: DirectiveRule = {
  id: 'unit-1000-or-1024',
  group: 'traps',
  severity: 'hint',
  scope: 'directive',
  types: ['memory', 'percent-or-memory', 'special'],
  title: 'A unit without b counts in thousands',
  check: (line, env) => {
    const sizes = memoryArguments(line, env).filter(({ text }) => /^0*[1-9]\d*[kmg]$/i.test(text));
    const [first] = sizes;
    if (!first) return undefined;
    const larger = `${first.text.toLowerCase()}b`;
    const edits = sizes.filter(isWholeWord).map(({ text, word }) => replaceSpan(word, `${text.toLowerCase()}b`));
    return {
      span: first.word,
      message: `"${first.text}" is ${groupDigits(memoryMeaning(first.text) ?? 0n)} bytes: without a "b" the units count in thousands. "${larger}" is ${groupDigits(memoryMeaning(larger) ?? 0n)}.`,
      fixes: edits.length > 0 ? [choice(`Change to ${larger}`, ...edits)] : [],
    };
  },
};
