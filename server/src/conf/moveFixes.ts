import type { Fix, Position } from './finding';

/** Fixes whose edits count from line 0, with edits that count from `line` on. */
export function moveFixes(fixes: readonly Fix[], line: number): readonly Fix[] {
  return fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map(({ range: { start, end }, newText }) => ({
      range: {
        start: { line: start.line + line, character: start.character },
        end: { line: end.line + line, character: end.character },
      },
      newText,
    })),
  }));
}

/** Fixes as they fit a text: an edit that takes its last line out ends with that line, because no other follows. */
export function fixesWithin(fixes: readonly Fix[], lines: readonly string[]): readonly Fix[] {
  if (!fixes.some(({ edits }) => edits.some(({ range }) => range.end.line >= lines.length))) return fixes;
  const last = lines.length - 1;
  const within = (position: Position): Position =>
    position.line > last ? { line: last, character: lines[last]?.length ?? 0 } : position;
  return fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map(({ range: { start, end }, newText }) => ({
      range: { start: within(start), end: within(end) },
      newText,
    })),
  }));
}
