import type { Word } from '../conf/syntax';
import type { AclDialect } from './dialect';
import type { UserLine } from './rule';
import { judgeUser } from './setuser';

const NO_WORDS: readonly Word[] = [];

/**
 * Splits a line of an ACL file as the servers do: at every single blank, without quotes and without comments, so that
 * two blanks in a row have an empty word between them. Empty for a blank line.
 */
export function splitAclLine(text: string): readonly Word[] {
  const nul = text.indexOf('\0');
  const length = nul < 0 ? text.length : nul;
  let start = 0;
  let stop = length;
  while (start < stop && isTrimmed(text.charCodeAt(start))) start++;
  while (stop > start && isTrimmed(text.charCodeAt(stop - 1))) stop--;
  if (start === stop) return NO_WORDS;
  const words: Word[] = [];
  for (let from = start; from <= stop;) {
    const blank = text.indexOf(' ', from);
    const end = blank < 0 || blank > stop ? stop : blank;
    words.push({ text: text.slice(from, end), start: from, end, quoted: false });
    from = end + 1;
  }
  return words;
}

function isTrimmed(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Reads a line as a user line; undefined when the server would not take it for one. */
export function readUserLine(text: string, words: readonly Word[], dialect: AclDialect): UserLine | undefined {
  const [keyword, name, ...rules] = words;
  if (keyword?.text !== 'user' || !name) return undefined;
  return {
    text,
    keyword,
    name,
    rules: { words: rules, from: name.end, text },
    verdict: judgeUser(
      rules.map((word) => word.text),
      dialect,
      true,
    ),
  };
}
