import type { JudgedLine, LineJudge } from './judge';
import type { RefusedInclude } from './settings';

/** The key of the lines that include files. */
export const INCLUDE_KEY = 'include';

/** An included file, read by whoever has a file system. `path` is the argument as written. */
export interface IncludedFile {
  readonly uri: string;
  readonly lines: readonly string[];
  /** Files that this one includes. */
  readonly includes: IncludedFiles;
  /** The file is being read already: the server would read it again and again. */
  readonly endless?: boolean;
}

/** What became of each `include` argument: the files it names, or undefined when it could not be read. */
export type IncludedFiles = ReadonlyMap<string, readonly IncludedFile[] | undefined>;

/** An `include` line of the document. */
export interface IncludeLine {
  readonly line: number;
  readonly path: string;
}

/** An accepted line of an included file. */
export interface IncludedLine {
  /** The line of the `include` in the document. */
  readonly at: number;
  readonly uri: string;
  readonly line: number;
  readonly judged: JudgedLine;
}

/** What included files contribute: their accepted lines by key, and the first refused line of each. */
export interface Included {
  readonly byKey: ReadonlyMap<string, readonly IncludedLine[]>;
  readonly refused: readonly RefusedInclude[];
  /** Could every file be read, those that included files include too? */
  readonly complete: boolean;
}

/** Judges the lines of all files that the document includes, in the order in which the server reads them. */
export function readIncluded(includes: readonly IncludeLine[], files: IncludedFiles, judge: LineJudge): Included {
  const found: Found = { byKey: new Map(), refused: [], complete: true };
  for (const { line, path } of includes) collect(files.get(path), line, judge, found);
  return found;
}

interface Found {
  readonly byKey: Map<string, IncludedLine[]>;
  readonly refused: RefusedInclude[];
  complete: boolean;
}

function collect(files: readonly IncludedFile[] | undefined, at: number, judge: LineJudge, found: Found): void {
  if (files === undefined) found.complete = false;
  for (const file of files ?? []) {
    if (file.endless) found.refused.push({ line: at, uri: file.uri, refusedLine: 0, message: '', endless: true });
    let refused = false;
    for (const [line, text] of file.lines.entries()) {
      const judged = judge.judge(text);
      const error = refused ? undefined : judged.findings.find(({ severity }) => severity === 'error');
      if (error) {
        found.refused.push({ line: at, uri: file.uri, refusedLine: line, message: error.message });
        refused = true;
      }
      const { key, directive } = judged;
      if (!directive || key === undefined) continue;
      const list = found.byKey.get(key);
      if (list) list.push({ at, uri: file.uri, line, judged });
      else found.byKey.set(key, [{ at, uri: file.uri, line, judged }]);
      if (key === INCLUDE_KEY) collect(file.includes.get(judged.args[0]?.text ?? ''), at, judge, found);
    }
  }
}
