/** Names that a file gives and uses in several places: ACL users, and primaries that Sentinel watches. */
import type { Analysis } from './analyze';
import type { Position } from './finding';
import type { Line, Word } from './syntax';
import { directiveOf, placeAt } from './place';
import { readSentinelLine } from './sentinelLine';

/** Something that has a name in the file. */
export interface NamedThing {
  readonly kind: 'user' | 'primary';
  readonly name: string;
}

/** A word that names it. */
export interface NamePlace {
  readonly line: number;
  readonly word: Word;
  /** `write` where the thing is made, `read` where it is used. */
  readonly access: 'write' | 'read';
  /** The included file that holds the line; absent for the document itself. */
  readonly uri?: string;
}

interface NameInLine {
  readonly kind: 'user' | 'primary';
  readonly word: Word;
  readonly access: 'write' | 'read';
}

/** The name that a line of this directive gives or uses. */
function nameIn(line: Line, key: string | undefined): NameInLine | undefined {
  switch (key) {
    case 'user':
    case 'masteruser': {
      const word = line.words[1];
      return word && { kind: 'user', word, access: key === 'user' ? 'write' : 'read' };
    }
    case 'sentinel': {
      const read = readSentinelLine(line);
      if (!read?.primary) return undefined;
      return { kind: 'primary', word: read.primary, access: read.key === 'monitor' ? 'write' : 'read' };
    }
    default:
      return undefined;
  }
}

/** The name at a position, when it is one that the document gives somewhere. */
export function nameAt(analysis: Analysis, position: Position): (NamedThing & { readonly word: Word }) | undefined {
  const place = placeAt(analysis, position);
  const found = place && nameIn(place.judged.line, place.directive?.key);
  if (!found || found.word !== place.word) return undefined;
  const named = { kind: found.kind, name: found.word.text, word: found.word };
  return found.access === 'write' || placesOf(analysis, named).some(({ access }) => access === 'write')
    ? named
    : undefined;
}

/** All places of a name, in the document and in the files that it includes. Names are compared with case, as servers do. */
export function placesOf(analysis: Analysis, thing: NamedThing): readonly NamePlace[] {
  const places: NamePlace[] = [];
  const keep = (line: Line, key: string | undefined, number: number, uri?: string): void => {
    const found = nameIn(line, key);
    if (found?.kind !== thing.kind || found.word.text !== thing.name) return;
    const place = { line: number, word: found.word, access: found.access };
    places.push(uri === undefined ? place : { ...place, uri });
  };
  const { catalogue } = analysis.judge;
  const { lineCount } = analysis.settings;
  for (let line = 0; line < lineCount; line++) {
    const judged = analysis.line(line);
    if (judged && judged.line.words.length > 1) keep(judged.line, directiveOf(judged, catalogue)?.key, line);
  }
  if (analysis.settings.count('include') === 0) return places;
  for (const key of thing.kind === 'user' ? ['user', 'masteruser'] : ['sentinel']) {
    for (const { content, included } of analysis.settings.all(key)) {
      if (included) keep(content, key, included.line, included.uri);
    }
  }
  return places;
}

/** The different names of a kind that the document gives, the first `limit` of them. */
export function namesOf(
  analysis: Analysis,
  kind: NamedThing['kind'],
  limit = Number.POSITIVE_INFINITY,
): readonly string[] {
  const names = new Set<string>();
  const key = kind === 'user' ? 'user' : 'sentinel';
  const { lineCount } = analysis.settings;
  for (let line = 0; line < lineCount && names.size < limit; line++) {
    const judged = analysis.line(line);
    const found = judged?.key === key ? nameIn(judged.line, key) : undefined;
    if (found?.access === 'write') names.add(found.word.text);
  }
  if (analysis.settings.count('include') === 0) return [...names];
  for (const { content, included } of analysis.settings.all(key)) {
    const found = included && names.size < limit ? nameIn(content, key) : undefined;
    if (found?.access === 'write') names.add(found.word.text);
  }
  return [...names];
}
