import type { Fix } from './finding';

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
