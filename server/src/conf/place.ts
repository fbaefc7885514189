import type { Analysis } from './analyze';
import type { Catalogue, Directive } from './catalogue/catalogue';
import type { Position } from './finding';
import type { JudgedLine } from './judge';
import type { Word } from './syntax';

/** The word at a position of a directive line. */
export interface Place {
  readonly line: number;
  readonly judged: JudgedLine;
  readonly word: Word;
  /** Position of the word in its line; 0 is the name. */
  readonly index: number;
  /** What the name means to the target, also when it refuses the line. */
  readonly directive: Directive | undefined;
}

/** The word at a position, its end included; undefined between words, in comments and in lines with open quotes. */
export function placeAt(analysis: Analysis, position: Position): Place | undefined {
  const judged = analysis.line(position.line);
  if (!judged) return undefined;
  const { words } = judged.line;
  const index = words.findIndex(({ start, end }) => start <= position.character && position.character <= end);
  const word = words[index];
  if (!word) return undefined;
  return { line: position.line, judged, word, index, directive: directiveOf(judged, analysis.judge.catalogue) };
}

/** The directive that a line names, also when the target refuses the line for another reason. */
export function directiveOf(judged: JudgedLine, catalogue: Catalogue): Directive | undefined {
  if (judged.directive) return judged.directive;
  const name = judged.line.words[0];
  return name && catalogue.find(name.text);
}
