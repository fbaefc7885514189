import type { Fix, RelatedPlace } from './finding';
import type { DocumentReport, LineReport } from './rule';

const LONGEST = 2_000;
const KEPT_END = 400;
/** Control characters, marks that turn the direction of text, other spaces of lines, and halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * What is said of a line, fit to be read: text of the file that a message quotes shows its invisible characters
 * (`\x07`, `\u{202e}`), and a word that fills pages is cut out of the middle.
 */
export function readable(text: string): string {
  const visible = text.replace(INVISIBLE, escaped);
  if (visible.length <= LONGEST) return visible;
  return `${visible.slice(0, LONGEST - KEPT_END - 5)} ... ${visible.slice(-KEPT_END)}`.replace(INVISIBLE, escaped);
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** The texts of a report, fit to be read. */
export function readableReport({ message, fixes = [] }: LineReport): { message: string; fixes: readonly Fix[] } {
  const isUnfit = fixes.some(({ title }) => readable(title) !== title);
  return {
    message: readable(message),
    fixes: isUnfit ? fixes.map((fix) => ({ ...fix, title: readable(fix.title) })) : fixes,
  };
}

/** Other places of a report, fit to be read. */
export function readablePlaces({ related }: DocumentReport): { related?: readonly RelatedPlace[] } {
  return related ? { related: related.map((place) => ({ ...place, message: readable(place.message) })) } : {};
}
