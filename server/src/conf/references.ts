import type { Analysis } from './analyze';
import { type Position, type Range, rangeOn } from './finding';
import { nameAt, type NamePlace, placesOf } from './names';

/** A range in the document, or in an included file. */
export interface Place {
  readonly uri?: string;
  readonly range: Range;
}

/** The places that use the ACL user or the monitored primary at a position; with `declarations` also those that make it. */
export function references(analysis: Analysis, position: Position, declarations: boolean): readonly Place[] {
  const named = nameAt(analysis, position);
  if (!named) return [];
  return placesOf(analysis, named)
    .filter(({ access }) => declarations || access === 'read')
    .map(toPlace);
}

/** The lines that make what is named at a position: `user` lines, and `sentinel monitor`. */
export function definition(analysis: Analysis, position: Position): readonly Place[] {
  const named = nameAt(analysis, position);
  if (!named) return [];
  return placesOf(analysis, named)
    .filter(({ access }) => access === 'write')
    .map(toPlace);
}

function toPlace({ line, word, uri }: NamePlace): Place {
  const range = rangeOn(line, word);
  return uri === undefined ? { range } : { uri, range };
}
