/**
 * Markdown that may hold text of a document. Such text stands in code spans only, where no link, image or HTML is
 * read; our own prose is trusted.
 */

const LONGEST = 200;
/** Control characters, marks that turn the direction of text, and halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text of a document as a code span: one line, visible characters only, cut when it is long, backticks kept inside. */
export function code(text: string): string {
  const clipped = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const visible = clipped.replace(INVISIBLE, '\ufffd');
  if (visible.trim() === '') return '`""`';
  let longest = 0;
  for (const run of visible.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(visible) ? ' ' : '';
  return `${fence}${pad}${visible}${pad}${fence}`;
}

/** Parts of a text below each other, without those that are empty. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A list with one point a line, without those that are empty. */
export function points(...lines: readonly (string | undefined)[]): string {
  return lines
    .filter((line) => line !== undefined)
    .map((line) => `- ${line}`)
    .join('\n');
}
