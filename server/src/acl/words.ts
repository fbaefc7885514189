import { replaceSpan } from '../conf/fix';
import type { Span, TextEdit } from '../conf/finding';
import type { Word } from '../conf/syntax';
import type { RuleFault, UserVerdict } from './setuser';

/** The words of the rules of one user, and what stands before them. */
export interface RuleWords {
  readonly words: readonly Word[];
  /** End of the name of the user. */
  readonly from: number;
  readonly text: string;
}

/** The columns of a rule. Inside a selector those of the rule alone, when it can be told from the others. */
export function spanOf(fault: RuleFault<string>, { words, from }: RuleWords): Span {
  const whole = { start: words[fault.first]?.start ?? from, end: words[fault.last]?.end ?? from };
  if (!fault.inSelector) return whole;
  for (let index = fault.first; index <= fault.last; index++) {
    const word = words[index];
    if (!word || word.quoted || word.end - word.start !== word.text.length) continue;
    const opening = index === fault.first ? 1 : 0;
    const closing = index === fault.last && word.text.length > opening ? 1 : 0;
    if (word.text.slice(opening, word.text.length - closing) !== fault.rule) continue;
    return { start: word.start + opening, end: word.end - closing };
  }
  return whole;
}

/** An edit that takes a rule out, with the blanks before it. Inside a selector only when it is a word of its own. */
export function removeRule(fault: RuleFault<string>, rules: RuleWords): TextEdit | undefined {
  const span = spanOf(fault, rules);
  let start = span.start;
  while (start > 0 && ' \t'.includes(rules.text.charAt(start - 1))) start--;
  if (!fault.inSelector || (start < span.start && rules.text.charAt(start - 1) !== '(')) {
    return replaceSpan({ start, end: span.end }, '');
  }
  // The first rule of a selector: the blank behind it goes with it.
  return rules.text.charAt(span.end) === ' ' ? replaceSpan({ start: span.start, end: span.end + 1 }, '') : undefined;
}

/**
 * The fault with which a comment behind the rules begins: `#` alone, or `#text` with more words that are no rules. What
 * comes after it is no mistake of its own.
 */
export function commentIn(verdict: UserVerdict, { words }: RuleWords): RuleFault | undefined {
  const last = verdict.refused.at(-1);
  return verdict.refused.find((fault) => {
    if (fault.kind !== 'bad-hash' || !fault.rule.startsWith('#') || words[fault.first]?.quoted) return false;
    return fault.rule === '#' || (/[^0-9a-f]/i.test(fault.rule.slice(1)) && last !== fault && last?.kind === 'syntax');
  });
}
