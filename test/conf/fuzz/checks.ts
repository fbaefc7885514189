import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/conf/applyEdits';
import type { Finding, Position, Range, TextEdit } from '../../../server/src/conf/finding';
import { type ConfDocument, documentText } from '../../../server/src/conf/syntax';

/** A message is read by people: it quotes a long text shortened. */
const LONGEST_MESSAGE = 2_000;

/** Is the position one that an editor could show? */
export function assertInside({ lines }: ConfDocument, { line, character }: Position, what: string): void {
  const text = lines[line];
  assert.ok(text !== undefined && Number.isInteger(line), `${what}: line ${line} of ${lines.length}`);
  assert.ok(
    Number.isInteger(character) && character >= 0 && character <= text.length,
    `${what}: column ${character} of ${text.length} in line ${line}`,
  );
}

/** Does the range lie in the text, its end not before its start? */
export function assertRange(document: ConfDocument, { start, end }: Range, what: string): void {
  assertInside(document, start, what);
  assertInside(document, end, what);
  assert.ok(!isBefore(end, start), `${what}: ends before it starts`);
}

/** Can the edits be applied, all at once? Gives back the text that results. */
export function assertEdits(document: ConfDocument, edits: readonly TextEdit[], what: string): string {
  for (const { range } of edits) assertRange(document, range, what);
  try {
    return applyEdits(documentText(document), edits);
  } catch (error) {
    throw new Error(`${what}: ${String(error)}\n${JSON.stringify(edits)}`, { cause: error });
  }
}

/** Are findings in order, inside of the text, readable, and can all their fixes be applied? */
export function assertFindings(document: ConfDocument, findings: readonly Finding[]): void {
  let last: Position = { line: 0, character: 0 };
  for (const finding of findings) {
    const { rule, range, message, fixes, related = [] } = finding;
    assertRange(document, range, rule);
    assert.ok(!isBefore(range.start, last), `${rule}: not in the order of the document`);
    last = range.start;
    assertText(message, rule);
    for (const place of related) {
      if (place.uri === undefined) assertRange(document, place.range, `${rule}: related`);
      assertText(place.message, `${rule}: related`);
    }
    for (const { title, edits } of fixes) {
      assertText(title, `${rule}: title of a fix`);
      assertEdits(document, edits, `${rule}: ${title}`);
    }
  }
}

/** A text for people: something in it, not too long, nothing invisible but blanks. */
export function assertText(text: string, what: string): void {
  assert.ok(text.trim() !== '' && text.length <= LONGEST_MESSAGE, `${what}: a text of ${text.length} characters`);
  assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u, `${what}: ${JSON.stringify(text)}`);
}

/** Is `a` in front of `b`? */
export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
