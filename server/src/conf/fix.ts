import type { Fix, Span, TextEdit } from './finding';
import { rangeOn } from './finding';

/** An edit that replaces columns of a line. Line rules pass no line: their edits count from the line at hand. */
export function replaceSpan(span: Span, newText: string, line = 0): TextEdit {
  return { range: rangeOn(line, span), newText };
}

/** An edit that takes a whole line out, with its line break. */
export function removeLine(line = 0): TextEdit {
  return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' };
}

/** An edit that puts a new line before `line`. */
export function insertLineBefore(text: string, line = 0): TextEdit {
  return { range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText: `${text}\n` };
}

/** An edit that puts a new line after `line`, whose text is `lineText`. */
export function insertLineAfter(text: string, lineText: string, line = 0): TextEdit {
  const end = { line, character: lineText.length };
  return { range: { start: end, end }, newText: `\n${text}` };
}

/** An edit that turns a line into a comment. */
export function commentLine(line = 0): TextEdit {
  return { range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText: '# ' };
}

/** A fix that is certain: it settles the finding and changes nothing else that the server does. */
export function certain(title: string, ...edits: TextEdit[]): Fix {
  return { title, edits, preferred: true };
}

/** A fix that a person should choose: it changes what the server does, or one of several ways. */
export function choice(title: string, ...edits: TextEdit[]): Fix {
  return { title, edits, preferred: false };
}
