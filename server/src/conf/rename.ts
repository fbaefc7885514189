import type { Analysis } from './analyze';
import { type Position, type Range, rangeOn, type TextEdit } from './finding';
import { nameAt, namesOf, placesOf } from './names';
import { quoteWord } from './syntax';

/** Why something cannot be renamed, in a sentence for people. */
export interface RenameProblem {
  readonly kind: 'problem';
  readonly message: string;
}

/** What would be renamed: its range and its present name. */
export interface RenameStart {
  readonly kind: 'name';
  readonly range: Range;
  readonly placeholder: string;
}

/** The edits of a renaming, by file; `uri` is absent for the document itself. */
export interface RenameEdits {
  readonly kind: 'edits';
  readonly files: readonly { readonly uri?: string; readonly edits: readonly TextEdit[] }[];
}

/** Can the name at a position be changed? Undefined where there is no name. */
export function prepareRename(analysis: Analysis, position: Position): RenameStart | RenameProblem | undefined {
  const named = nameAt(analysis, position);
  if (!named) return undefined;
  if (named.kind === 'user' && named.name === 'default') {
    return problem('The user "default" is part of every server; its name cannot be changed.');
  }
  return { kind: 'name', range: rangeOn(position.line, named.word), placeholder: named.name };
}

/** Renames the ACL user or the monitored primary at a position, everywhere in the document and its included files. */
export function rename(
  analysis: Analysis,
  position: Position,
  newName: string,
): RenameEdits | RenameProblem | undefined {
  const start = prepareRename(analysis, position);
  const named = nameAt(analysis, position);
  if (!start || start.kind === 'problem' || !named) return start?.kind === 'problem' ? start : undefined;
  const what = named.kind === 'user' ? 'A user' : 'A primary';
  if (newName === '') return problem(`${what} needs a name of at least one character.`);
  if (/[\s\0]/.test(newName)) return problem(`The name of ${what.toLowerCase()} cannot hold blanks.`);
  if (newName === named.name) return { kind: 'edits', files: [] };
  if (namesOf(analysis, named.kind).includes(newName)) {
    return problem(`There is already ${what.toLowerCase()} named "${newName}"; the two would be merged or refused.`);
  }
  const files = new Map<string | undefined, TextEdit[]>();
  for (const { line, word, uri } of placesOf(analysis, named)) {
    const edits = files.get(uri) ?? [];
    edits.push({ range: rangeOn(line, word), newText: quoteWord(newName) });
    files.set(uri, edits);
  }
  return {
    kind: 'edits',
    files: [...files].map(([uri, edits]) => (uri === undefined ? { edits } : { uri, edits })),
  };
}

function problem(message: string): RenameProblem {
  return { kind: 'problem', message };
}
