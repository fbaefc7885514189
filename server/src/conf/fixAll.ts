import type { Analysis } from './analyze';
import type { Finding, Position, TextEdit } from './finding';

/** The edits of all certain fixes of a document, in one pass. What a second pass would find is left to it. */
export function fixAll(analysis: Analysis): readonly TextEdit[] {
  return fixesOf(analysis.findings);
}

/**
 * The edits of the certain fixes of some findings. Findings come in their order; a fix that would touch text of an
 * earlier one is left out as a whole, and one that was applied already is not applied twice.
 */
export function fixesOf(findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ preferred }) => preferred);
    if (!fix || fix.edits.length === 0) continue;
    const sorted = [...fix.edits].sort(byStart);
    if (sorted.some((edit, index) => index > 0 && collide(sorted[index - 1], edit))) continue;
    const places = sorted.map((edit) => placeFor(taken, edit));
    if (places.includes(undefined)) continue;
    for (const edit of sorted) taken.splice(placeFor(taken, edit) ?? taken.length, 0, edit);
  }
  return taken;
}

/** Where an edit goes among sorted ones that do not touch each other; undefined when it would touch one. */
function placeFor(taken: readonly TextEdit[], edit: TextEdit): number | undefined {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = taken[middle];
    if (other && byStart(other, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return collide(taken[low - 1], edit) || collide(edit, taken[low]) ? undefined : low;
}

/** Do two edits in order touch each other? Two at the same place do: their order would decide about the text. */
function collide(first: TextEdit | undefined, second: TextEdit | undefined): boolean {
  if (!first || !second) return false;
  return compare(second.range.start, first.range.end) < 0 || compare(second.range.start, first.range.start) === 0;
}

function byStart(a: TextEdit, b: TextEdit): number {
  return compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end);
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
