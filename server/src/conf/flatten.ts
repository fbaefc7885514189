import type { IncludedFiles } from './included';
import { splitLine, type WordRules } from './syntax';

/** Where a line of a flattened text comes from: the `include` line of the document that led to it. */
export interface Origin {
  readonly at: number;
  readonly uri: string;
  readonly line: number;
}

/** A document with its included files in the place of their `include` lines, as the server reads it. */
export interface Flattened {
  readonly lines: readonly string[];
  /** One for each line; undefined for lines of the document itself. */
  readonly origins: readonly (Origin | undefined)[];
}

/** Puts included files in their places. `include` lines whose files are not known stay as they are. */
export function flatten(lines: readonly string[], includes: IncludedFiles, rules: WordRules): Flattened {
  const flat: { lines: string[]; origins: (Origin | undefined)[] } = { lines: [], origins: [] };
  const put = (texts: readonly string[], files: IncludedFiles, from: { at: number; uri: string } | undefined): void => {
    for (const [line, text] of texts.entries()) {
      const included = /^\s*["']?include/i.test(text) ? filesOf(text, files, rules) : undefined;
      flat.lines.push(included ? '' : text);
      flat.origins.push(from && { ...from, line });
      for (const file of included ?? []) {
        put(file.lines, file.includes, { at: from?.at ?? line, uri: file.uri });
      }
    }
  };
  put(lines, includes, undefined);
  return flat;
}

function filesOf(text: string, files: IncludedFiles, rules: WordRules): ReturnType<IncludedFiles['get']> {
  const [name, path, more] = splitLine(text, rules).words;
  return name?.text.toLowerCase() === 'include' && path && !more ? files.get(path.text) : undefined;
}
