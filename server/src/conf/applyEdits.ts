import type { Position, TextEdit } from './finding';

/**
 * A text with edits applied. Line breaks of inserted text become those of the text around; every byte outside of the
 * edits stays. Edits must not overlap; those that insert at the same place keep their order.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  let crlf = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
    if (text.charCodeAt(at - 1) === 13) crlf++;
  }
  const eol = crlf > 0 && crlf * 2 > starts.length - 1 ? '\r\n' : '\n';
  const offsetOf = ({ line, character }: Position): number => {
    const start = starts[line];
    if (start === undefined) return text.length;
    const next = starts[line + 1];
    let end = next === undefined ? text.length : next - 1;
    if (next !== undefined && end > start && text.charCodeAt(end - 1) === 13) end--;
    return Math.min(start + character, end);
  };
  const placed = edits
    .map(({ range, newText }) => ({ start: offsetOf(range.start), end: offsetOf(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, newText } of placed) {
    if (start < at) throw new Error(`edits overlap at offset ${start}`);
    parts.push(text.slice(at, start), eol === '\n' ? newText : newText.replaceAll('\n', eol));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
