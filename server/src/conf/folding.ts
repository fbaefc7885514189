import type { Analysis } from './analyze';
import type { JudgedLine } from './judge';
import { sectionsOf } from './sections';
import { isSentinelState } from './sentinelLine';

/** Lines that can be folded together; the first one stays visible. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region';
}

const MOST_RANGES = 5_000;
const REGION = /^\s*#\s*region\b/;
const END_REGION = /^\s*#\s*endregion\b/;

/** What the lines of a run have in common; equal neighbours fold together. Undefined: the line is in no run. */
function runOf(judged: JudgedLine): string | undefined {
  const { line, directive } = judged;
  if (line.kind === 'comment') {
    return REGION.test(line.text) || END_REGION.test(line.text) ? undefined : '#';
  }
  if (!directive || directive.entry.repeat === 'last') return undefined;
  if (directive.key !== 'sentinel') return directive.key;
  return isSentinelState(line) ? 'sentinel state' : undefined;
}

/**
 * What can be folded: sections, `# region` pairs, blocks of comments, runs of `user`, `save` and the like, and the
 * lines that a sentinel keeps for itself. With more than `limit` the innermost ones are left out.
 */
export function foldingRanges(analysis: Analysis, limit: number = MOST_RANGES): readonly FoldingRange[] {
  const outer: FoldingRange[] = [];
  const inner: FoldingRange[] = [];
  const banners = new Set<number>();
  for (const section of sectionsOf(analysis)) {
    for (let line = section.start; line <= section.titleLine; line++) banners.add(line);
    add(outer, section.start, section.end, 'region');
  }
  const open: number[] = [];
  let run: string | undefined;
  let runStart = 0;
  const { lines } = analysis.document;
  for (let line = 0; line <= lines.length; line++) {
    const judged = analysis.line(line);
    const now = judged && !banners.has(line) ? runOf(judged) : undefined;
    if (now !== run) {
      if (run !== undefined) add(inner, runStart, line - 1, run === '#' ? 'comment' : undefined);
      run = now;
      runStart = line;
    }
    if (now !== undefined || judged?.line.kind !== 'comment') continue;
    if (REGION.test(judged.line.text)) open.push(line);
    else if (END_REGION.test(judged.line.text)) {
      const start = open.pop();
      if (start !== undefined) add(outer, start, line, 'region');
    }
  }
  return [...outer.slice(0, limit), ...inner.slice(0, Math.max(0, limit - outer.length))].sort(
    (a, b) => a.startLine - b.startLine || b.endLine - a.endLine,
  );
}

function add(ranges: FoldingRange[], startLine: number, endLine: number, kind: FoldingRange['kind']): void {
  if (endLine > startLine) ranges.push(kind ? { startLine, endLine, kind } : { startLine, endLine });
}
