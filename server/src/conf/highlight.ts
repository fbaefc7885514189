import type { Analysis } from './analyze';
import { type Position, type Range, rangeOn } from './finding';
import { nameAt, placesOf } from './names';

/** A place in the document that names the thing at the cursor. */
export interface DocumentHighlight {
  readonly range: Range;
  readonly access: 'write' | 'read';
}

/** All places in the document that name the ACL user or the monitored primary at a position. */
export function documentHighlights(analysis: Analysis, position: Position): readonly DocumentHighlight[] {
  const named = nameAt(analysis, position);
  if (!named) return [];
  return placesOf(analysis, named)
    .filter(({ uri }) => uri === undefined)
    .map(({ line, word, access }) => ({ range: rangeOn(line, word), access }));
}
