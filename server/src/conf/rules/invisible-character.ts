import { choice, replaceSpan } from '../fix';
import type { DirectiveRule } from '../rule';

const BLANK_LIKE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const INVISIBLE = /[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

/** A no-break space or a zero-width character is part of a value, not a blank. */
export const invisibleCharacter: DirectiveRule = {
  id: 'invisible-character',
  group: 'traps',
  severity: 'warning',
  scope: 'directive',
  title: 'A value holds a character that cannot be seen',
  check: ({ line }) => {
    const start = line.text.search(INVISIBLE);
    if (start < 0) return undefined;
    const edits = [...line.text.matchAll(new RegExp(INVISIBLE, 'g'))].map(({ 0: char, index }) =>
      replaceSpan({ start: index, end: index + 1 }, BLANK_LIKE.test(char) ? ' ' : ''),
    );
    const code = line.text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');
    const what = BLANK_LIKE.test(line.text.charAt(start)) ? 'looks like a blank' : 'cannot be seen';
    return {
      span: { start, end: start + 1 },
      message: `The character U+${code} ${what}, but for the server it is part of the value. It usually comes with text copied from a web page or a document.`,
      fixes: [choice('Put ordinary blanks in place of such characters', ...edits)],
    };
  },
};
