import type { Analysis } from './analyze';
import { type Range, rangeOn } from './finding';
import type { JudgedLine } from './judge';
import { isSentinelScript, type PathKind, pathKindOf } from './paths';
import { readSentinelLine } from './sentinelLine';
import type { Word } from './syntax';

/** A place that leads somewhere: to a path as the file writes it, or to an address in a comment. */
export interface DocumentLink {
  readonly range: Range;
  readonly target:
    | { readonly kind: 'path'; readonly path: string; readonly names: PathKind }
    | { readonly kind: 'url'; readonly url: string };
}

const URL_START = 'https://';
const LONGEST_URL = 2_000;

/**
 * Links of a document: files and directories that directives name, and https addresses in comments. Paths are as
 * written; where they lie is for others to say. Patterns of several files are no links.
 */
export function documentLinks(analysis: Analysis): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  const { lineCount } = analysis.settings;
  for (let line = 0; line < lineCount; line++) {
    const judged = analysis.line(line);
    if (!judged) continue;
    if (judged.line.kind === 'comment') {
      addUrls(judged.line.text, line, links);
      continue;
    }
    const found = pathIn(judged);
    if (!found) continue;
    const target = { kind: 'path', path: found.word.text, names: found.names } as const;
    links.push({ range: rangeOn(line, contentOf(judged.line.text, found.word)), target });
  }
  return links;
}

function pathIn({ line, directive }: JudgedLine): { word: Word; names: PathKind } | undefined {
  if (!directive) return undefined;
  const sentinel = directive.key === 'sentinel' ? readSentinelLine(line) : undefined;
  const names = sentinel ? (isSentinelScript(sentinel.key) ? 'file' : undefined) : pathKindOf(directive.key);
  const word = sentinel ? sentinel.args[1] : line.words[1];
  if (!names || !word || word.text === '' || word.text === '/dev/null') return undefined;
  return directive.key === 'include' && /[*?[]/.test(word.text) ? undefined : { word, names };
}

/** The columns of a word without the quotes around all of it. */
function contentOf(text: string, { start, end, quoted }: Word): { start: number; end: number } {
  const around = quoted && end - start > 2 && '"\''.includes(text.charAt(start)) && text[end - 1] === text[start];
  return around ? { start: start + 1, end: end - 1 } : { start, end };
}

function addUrls(text: string, line: number, links: DocumentLink[]): void {
  let start = text.indexOf(URL_START);
  while (start >= 0) {
    const rest = text.slice(start, start + LONGEST_URL);
    const url = withoutPunctuation(/^[^\s"'`<>\\^{}|]+/.exec(rest)?.[0] ?? '');
    if (url.length > URL_START.length) {
      links.push({ range: rangeOn(line, { start, end: start + url.length }), target: { kind: 'url', url } });
    }
    start = text.indexOf(URL_START, start + Math.max(URL_START.length, url.length));
  }
}

/** An address without the punctuation of the sentence that it ends. A bracket that it opened itself is part of it. */
function withoutPunctuation(url: string): string {
  let open = url.split('(').length - url.split(')').length;
  let end = url.length;
  while (end > 0 && '.,;:!?)]'.includes(url.charAt(end - 1))) {
    if (url.charAt(end - 1) === ')' && open++ >= 0) break;
    end--;
  }
  return url.slice(0, end);
}
