import type { Fix } from './finding';
import { certain, insertLineBefore, replaceSpan } from './fix';
import type { DirectiveLine, LineReport } from './rule';
import type { Word } from './syntax';
import { stopsHere } from './wording';

/** Slips that are the same for every directive: habits that other configuration languages teach. */

/** A word that a person meant as the start of a comment. */
export function startsComment(word: Word): boolean {
  return !word.quoted && word.text.startsWith('#');
}

/** What is said of a comment behind a value that makes the target refuse the line; undefined when there is none. */
export function trailingComment(
  { line, name, args }: DirectiveLine,
  reason: string,
  say: (reason: string) => string = stopsHere,
): LineReport | undefined {
  const at = args.findIndex(startsComment);
  const first = args[at];
  if (!first) return undefined;
  const end = line.text.trimEnd().length;
  const cut = { start: args[at - 1]?.end ?? name.end, end };
  const comment = line.text.slice(first.start, end);
  return {
    span: { start: first.start, end },
    message: `A comment cannot stand behind a value: "#" starts one only at the start of a line. ${say(reason)}`,
    // A lone carriage return is a line break to editors and none to servers: there is no safe place for the comment.
    fixes: comment.includes('\r')
      ? []
      : [certain('Move the comment to a line of its own', insertLineBefore(comment), replaceSpan(cut, ''))],
  };
}

/** What is said of a `=` between name and value; undefined when there is none. */
export function assignment({ name, args }: DirectiveLine, reason: string): LineReport | undefined {
  const [sign, value] = args;
  if (!sign || !value || sign.quoted || (sign.text !== '=' && sign.text !== ':')) return undefined;
  return {
    span: sign,
    message: `Name and value are separated by a blank, without "${sign.text}". ${stopsHere(reason)}`,
    fixes: [removeSign(sign.text, { start: name.end, end: sign.end })],
  };
}

function removeSign(sign: string, span: { readonly start: number; readonly end: number }): Fix {
  return certain(`Remove the "${sign}"`, replaceSpan(span, ''));
}
