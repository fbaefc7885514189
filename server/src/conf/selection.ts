import type { Analysis } from './analyze';
import type { Position, Range } from './finding';
import { trimmedSpan } from './judge';
import { sectionAt, sectionsOf } from './sections';

/** A range, and the next larger one around it. */
export interface SelectionRange {
  readonly range: Range;
  readonly parent?: SelectionRange;
}

/** What *Expand Selection* selects step by step: content of quotes, word, arguments, line, section, document. */
export function selectionRanges(analysis: Analysis, positions: readonly Position[]): readonly SelectionRange[] {
  const sections = sectionsOf(analysis);
  const { lines } = analysis.document;
  const lineRange = (start: number, end: number): Range => ({
    start: { line: start, character: 0 },
    end: { line: end, character: lines[end]?.length ?? 0 },
  });
  return positions.map((position) => {
    const { line, character } = position;
    const widening: Range[] = [lineRange(0, Math.max(0, lines.length - 1))];
    const section = sectionAt(sections, line);
    if (section) widening.push(lineRange(section.start, section.end));
    widening.push(lineRange(line, line));
    for (const { start, end } of spansAround(analysis, line, character)) {
      widening.push({ start: { line, character: start }, end: { line, character: end } });
    }
    let chain: SelectionRange | undefined;
    for (const range of widening) {
      if (!contains(range, position)) continue;
      if (chain && (!inside(range, chain.range) || inside(chain.range, range))) continue;
      chain = chain ? { range, parent: chain } : { range };
    }
    return chain ?? { range: { start: position, end: position } };
  });
}

/** The columns to select on a line, widest first. */
function spansAround(analysis: Analysis, line: number, character: number): { start: number; end: number }[] {
  const judged = analysis.line(line);
  if (!judged) return [];
  const { words, text } = judged.line;
  const spans = [trimmedSpan(text)];
  const first = words[1];
  const last = words.at(-1);
  if (first && last && character >= first.start) spans.push({ start: first.start, end: last.end });
  const word = words.find(({ start, end }) => start <= character && character <= end);
  if (!word) return spans;
  spans.push({ start: word.start, end: word.end });
  const quote = text.charAt(word.start);
  const quotedWhole = word.quoted && (quote === '"' || quote === "'") && text.charAt(word.end - 1) === quote;
  if (quotedWhole && word.end - word.start > 2) spans.push({ start: word.start + 1, end: word.end - 1 });
  return spans;
}

function contains(range: Range, { line, character }: Position): boolean {
  const { start, end } = range;
  return (
    (start.line < line || (start.line === line && start.character <= character)) &&
    (line < end.line || (line === end.line && character <= end.character))
  );
}

function inside(inner: Range, outer: Range): boolean {
  return contains(outer, inner.start) && contains(outer, inner.end);
}
