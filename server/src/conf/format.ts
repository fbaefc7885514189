import type { Analysis } from './analyze';
import { type Range, rangeOn, type TextEdit } from './finding';
import type { JudgedLine } from './judge';
import { isSentinelState } from './sentinelLine';

/**
 * Tidies lines without changing what a server reads: no blanks at the end, one blank between words, names in lower
 * case. Words, quotes, comments and the number of lines stay as they are. Lines that the target refuses and lines that
 * the server writes itself are left alone. With a range, only lines that it touches.
 */
export function formatDocument(analysis: Analysis, range?: Range): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const { lineCount, rewriteTail } = analysis.settings;
  const first = Math.max(0, range?.start.line ?? 0);
  const last = Math.min(lineCount - 1, (rewriteTail ?? lineCount) - 1, range ? lastLineOf(range) : lineCount - 1);
  for (let line = first; line <= last; line++) {
    const judged = analysis.line(line);
    if (judged) formatLine(judged, line, edits);
  }
  return edits;
}

/** A range that ends before the first column of a line does not touch that line. */
function lastLineOf({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

function formatLine(judged: JudgedLine, line: number, edits: TextEdit[]): void {
  const { kind, text, words } = judged.line;
  // Behind a NUL byte stands text that servers never see; no words are known of it.
  if (text.includes('\0')) return;
  if (kind === 'blank') {
    if (text !== '') edits.push({ range: rangeOn(line, { start: 0, end: text.length }), newText: '' });
    return;
  }
  if (!judged.directive || isSentinelState(judged.line)) return;
  const name = words[0];
  if (name && !name.quoted && name.text !== name.text.toLowerCase()) {
    edits.push({ range: rangeOn(line, name), newText: name.text.toLowerCase() });
  }
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const gap = { start: word.end, end: next ? next.start : text.length };
    const wanted = next ? ' ' : '';
    if (text.slice(gap.start, gap.end) !== wanted) edits.push({ range: rangeOn(line, gap), newText: wanted });
  }
}
