import type { Analysis } from './analyze';
import { chapters } from './catalogue/docs';

/** A directive by all names that the target takes for it, in lower case. */
export interface Named {
  readonly key: string;
  readonly names: ReadonlySet<string>;
}

/** The line after which a new line of a directive belongs; -1 is the top of the file. */
export function lineToFollow(analysis: Analysis, named: Named): number {
  const end = (analysis.settings.rewriteTail ?? analysis.settings.lineCount) - 1;
  const example = exampleLine(analysis, named, end);
  if (example !== undefined) return example;
  const sibling = siblingLine(analysis, named.key, end);
  if (sibling >= 0) return sibling;
  let line = end;
  while (line >= 0 && analysis.line(line)?.line.kind === 'blank') line--;
  return line;
}

/**
 * The commented-out example of the directive, such as `# maxmemory <bytes>`. One that ends its block of comments is
 * followed directly; a block that goes on behind its example is not torn apart.
 */
function exampleLine(analysis: Analysis, named: Named, end: number): number | undefined {
  const { lines } = analysis.document;
  let inside: number | undefined;
  for (let line = end; line >= 0; line--) {
    if (!isExample(lines[line] ?? '', analysis, named)) continue;
    if (!isComment(analysis, line + 1)) return line;
    inside ??= line;
  }
  if (inside === undefined) return undefined;
  while (inside < end && isComment(analysis, inside + 1)) inside++;
  return inside;
}

function isExample(text: string, analysis: Analysis, { key, names }: Named): boolean {
  if (text.charCodeAt(0) !== 35) return false;
  const start = text.charCodeAt(1) === 32 ? 2 : 1;
  const space = text.indexOf(' ', start);
  const name = text.slice(start, space < 0 ? undefined : space);
  if (!names.has(name.toLowerCase())) return false;
  const line = text.slice(start);
  return /^\S+ +[<[]/.test(line) || analysis.judge.lines.judge(line).directive?.key === key;
}

function isComment(analysis: Analysis, line: number): boolean {
  return analysis.line(line)?.line.kind === 'comment';
}

/** The last line of a directive of the same chapter; negative when there is none. */
function siblingLine(analysis: Analysis, key: string, end: number): number {
  const chapter = chapters.find(({ directives }) => Object.hasOwn(directives, key));
  let found = -1;
  for (const other of Object.keys(chapter?.directives ?? {})) {
    const last = analysis.settings.last(other);
    if (last && last.line <= end) found = Math.max(found, last.line);
  }
  return found;
}
