import type { Analysis } from './analyze';
import { type Range, rangeOn } from './finding';
import { type JudgedLine, trimmedSpan } from './judge';
import { directiveOf } from './place';
import { maskedWords } from './secrets';
import { type Section, sectionsOf } from './sections';
import { shown } from './wording';

/** An entry of the outline. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'directive';
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly DocumentSymbol[];
}

/** As many as VS Code's own languages list, twice over: an outline of more helps nobody and takes seconds to draw. */
const MOST_SYMBOLS = 10_000;
const LONGEST_DETAIL = 80;
const LONGEST_NAME = 120;
/** Directives whose second word says which of them a line is. */
const NAMED: ReadonlySet<string> = new Set(['user', 'sentinel', 'rename-command']);

/**
 * The outline: sections by their banners, and in them the directives with their values. Passwords are masked. At most
 * `limit` directives are listed, the first ones; sections are always complete.
 */
export function documentSymbols(analysis: Analysis, limit: number = MOST_SYMBOLS): readonly DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const sections = sectionsOf(analysis);
  let next = 0;
  let children: DocumentSymbol[] = top;
  let left = limit;
  const { lines } = analysis.document;
  for (let line = 0; line < lines.length; line++) {
    const section = sections[next];
    if (section && line === section.start) {
      children = [];
      top.push(sectionSymbol(section, lines[section.end] ?? '', children));
      next++;
    }
    if (left === 0) {
      // What is left are the sections.
      line = (sections[next]?.start ?? lines.length) - 1;
      continue;
    }
    const judged = analysis.line(line);
    const symbol = judged && directiveSymbol(judged, line, analysis);
    if (!symbol) continue;
    children.push(symbol);
    left--;
  }
  return top;
}

function sectionSymbol(section: Section, lastLine: string, children: DocumentSymbol[]): DocumentSymbol {
  return {
    name: section.title,
    detail: '',
    kind: 'section',
    range: { start: { line: section.start, character: 0 }, end: { line: section.end, character: lastLine.length } },
    selectionRange: rangeOn(section.titleLine, section.titleSpan),
    children,
  };
}

function directiveSymbol(judged: JudgedLine, line: number, analysis: Analysis): DocumentSymbol | undefined {
  const [name, second] = judged.line.words;
  if (!name) return undefined;
  const directive = directiveOf(judged, analysis.judge.catalogue);
  const named = second && directive && NAMED.has(directive.key);
  // What the target does not know may be a misspelt password: its value is not repeated.
  const detail = directive ? maskedWords(judged.line, directive, named ? 2 : 1) : '';
  return {
    name: nameOf(named ? `${name.text} ${second.text}` : name.text),
    detail: detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail,
    kind: 'directive',
    range: rangeOn(line, trimmedSpan(judged.line.text)),
    selectionRange: rangeOn(line, named ? { start: name.start, end: second.end } : name),
    children: [],
  };
}

/** Editors take no outline in which a name is empty or blank, and none can show one that fills pages. */
function nameOf(text: string): string {
  if (text.trim() === '') return shown(text);
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}
