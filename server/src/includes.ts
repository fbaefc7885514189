import type { IncludedFile, IncludedFiles } from './conf/analyze';
import { parseDocument, splitLine, type WordRules } from './conf/syntax';

/** Limits of following: a hostile file must not make anybody read without end. */
export const INCLUDE_DEPTH = 16;
export const INCLUDE_FILES = 256;

/** Reads what one `include` argument names, relative to the file at `uri`; undefined when it cannot or must not be read. */
export type ReadInclude = (
  uri: string,
  path: string,
) => Promise<readonly { readonly uri: string; readonly text: string }[] | undefined>;

/**
 * Reads all files that a document includes, and those that they include, within the limits. Where a file leads back to
 * itself, that is noted and reading ends.
 */
export async function followIncludes(
  uri: string,
  paths: readonly string[],
  rules: WordRules,
  read: ReadInclude,
): Promise<IncludedFiles> {
  let files = 0;
  const follow = async (
    from: string,
    wanted: readonly string[],
    ancestors: readonly string[],
  ): Promise<IncludedFiles> => {
    const found = new Map<string, readonly IncludedFile[] | undefined>();
    for (const path of new Set(wanted)) {
      if (ancestors.length >= INCLUDE_DEPTH || files >= INCLUDE_FILES) {
        found.set(path, undefined);
        continue;
      }
      const contents = await read(from, path);
      if (!contents) {
        found.set(path, undefined);
        continue;
      }
      const readFiles: IncludedFile[] = [];
      for (const content of contents) {
        if (ancestors.includes(content.uri)) {
          readFiles.push({ uri: content.uri, lines: [], includes: new Map(), endless: true });
          continue;
        }
        if (files >= INCLUDE_FILES) continue;
        files++;
        const { lines } = parseDocument(content.text);
        const includes = await follow(content.uri, includePaths(lines, rules), [...ancestors, content.uri]);
        readFiles.push({ uri: content.uri, lines, includes });
      }
      found.set(path, readFiles);
    }
    return found;
  };
  return follow(uri, paths, [uri]);
}

function includePaths(lines: readonly string[], rules: WordRules): string[] {
  const paths: string[] = [];
  for (const text of lines) {
    if (!/^\s*["']?include/i.test(text)) continue;
    const [name, path] = splitLine(text, rules).words;
    if (name?.text.toLowerCase() === 'include' && path) paths.push(path.text);
  }
  return paths;
}
