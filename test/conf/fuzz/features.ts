import assert from 'node:assert/strict';
import type { Analysis } from '../../../server/src/conf/analyze';
import { codeActions } from '../../../server/src/conf/codeActions';
import { complete, resolveCompletion } from '../../../server/src/conf/complete';
import type { Position, Range } from '../../../server/src/conf/finding';
import { fixAll } from '../../../server/src/conf/fixAll';
import { foldingRanges } from '../../../server/src/conf/folding';
import { formatDocument } from '../../../server/src/conf/format';
import { documentHighlights } from '../../../server/src/conf/highlight';
import { inlayHints } from '../../../server/src/conf/hints';
import { hover } from '../../../server/src/conf/hover';
import { documentLinks } from '../../../server/src/conf/links';
import { definition, references } from '../../../server/src/conf/references';
import { prepareRename, rename } from '../../../server/src/conf/rename';
import { selectionRanges, type SelectionRange } from '../../../server/src/conf/selection';
import { semanticTokens, tokenTypes } from '../../../server/src/conf/semanticTokens';
import { signatureHelp } from '../../../server/src/conf/signature';
import { type DocumentSymbol, documentSymbols } from '../../../server/src/conf/symbols';
import { assertEdits, assertInside, assertRange, isBefore } from './checks';

/** Everything that is asked of a document as a whole. Each entry throws when its answer makes no sense. */
export const wholeFeatures: readonly (readonly [name: string, check: (analysis: Analysis) => void])[] = [
  ['documentSymbols', (analysis) => documentSymbols(analysis).forEach((symbol) => assertSymbol(analysis, symbol))],
  ['foldingRanges', assertFolding],
  ['semanticTokens', (analysis) => assertTokens(analysis, semanticTokens(analysis))],
  ['inlayHints', (analysis) => assertHints(analysis, wholeOf(analysis))],
  [
    'documentLinks',
    (analysis) => documentLinks(analysis).forEach(({ range }) => assertRange(analysis.document, range, 'link')),
  ],
  ['formatDocument', (analysis) => assertEdits(analysis.document, formatDocument(analysis), 'format')],
  ['fixAll', (analysis) => assertEdits(analysis.document, fixAll(analysis), 'fixAll')],
];

/** Everything that is asked of a position, also of one where nothing is. */
export const positionFeatures: readonly (readonly [
  name: string,
  check: (analysis: Analysis, position: Position) => void,
])[] = [
  ['hover', assertHover],
  ['complete', assertCompletion],
  ['signatureHelp', assertSignature],
  [
    'documentHighlights',
    (analysis, position) =>
      documentHighlights(analysis, position).forEach(({ range }) => assertRange(analysis.document, range, 'highlight')),
  ],
  ['definition and references', assertReferences],
  ['rename', assertRename],
  ['selectionRanges', assertSelection],
  ['codeActions', (analysis, position) => assertCodeActions(analysis, { start: position, end: position })],
];

/** Everything that is asked of a range, also of one outside of the text. */
export function assertRangeFeatures(analysis: Analysis, range: Range): void {
  assertHints(analysis, range);
  assertTokens(analysis, semanticTokens(analysis, range));
  assertEdits(analysis.document, formatDocument(analysis, range), 'format of a range');
  assertCodeActions(analysis, range);
}

function wholeOf({ document: { lines } }: Analysis): Range {
  return { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
}

function assertSymbol(analysis: Analysis, symbol: DocumentSymbol): void {
  const { name, range, selectionRange, children } = symbol;
  assert.ok(name.trim() !== '', 'a symbol has a name');
  assertRange(analysis.document, range, name);
  assertRange(analysis.document, selectionRange, name);
  assert.ok(isWithin(selectionRange, range), `${name}: what is selected lies in it`);
  for (const child of children) {
    assert.ok(isWithin(child.range, range), `${child.name} lies in ${name}`);
    assertSymbol(analysis, child);
  }
}

function assertFolding(analysis: Analysis): void {
  for (const { startLine, endLine } of foldingRanges(analysis)) {
    assert.ok(
      startLine >= 0 && startLine < endLine && endLine < analysis.document.lines.length,
      `${startLine} to ${endLine}`,
    );
  }
}

function assertTokens({ document: { lines } }: Analysis, data: Uint32Array): void {
  assert.equal(data.length % 5, 0);
  let line = 0;
  let start = 0;
  let end = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.subarray(at, at + 5);
    if (down > 0) end = 0;
    line += down;
    start = down > 0 ? right : start + right;
    assert.ok(start >= end && length > 0, `tokens of line ${line} lie on each other`);
    end = start + length;
    assert.ok(end <= (lines[line] ?? '').length, `a token ends at ${end} in line ${line}`);
    assert.ok(type < tokenTypes.length);
  }
}

function assertHints(analysis: Analysis, range: Range): void {
  for (const { position, label } of inlayHints(analysis, range)) {
    assertInside(analysis.document, position, 'hint');
    assert.ok(label.trim() !== '' && label.length < 500, label);
  }
}

function assertHover(analysis: Analysis, position: Position): void {
  const found = hover(analysis, position);
  if (!found) return;
  assertRange(analysis.document, found.range, 'hover');
  assert.ok(found.markdown.length < 20_000, `a hover of ${found.markdown.length} characters`);
}

function assertCompletion(analysis: Analysis, position: Position): void {
  const { range, items } = complete(analysis, position);
  if (analysis.document.lines[position.line] === undefined) return;
  if (items.length > 0) assertRange(analysis.document, range, 'completion');
  for (const { label, docKey } of items) {
    assert.ok(label !== '');
    if (docKey !== undefined) resolveCompletion(analysis, docKey);
  }
}

function assertSignature(analysis: Analysis, position: Position): void {
  const signature = signatureHelp(analysis, position);
  if (!signature) return;
  for (const span of signature.parameters) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= signature.label.length);
  }
}

function assertReferences(analysis: Analysis, position: Position): void {
  for (const { uri, range } of [...definition(analysis, position), ...references(analysis, position, true)]) {
    if (uri === undefined) assertRange(analysis.document, range, 'reference');
  }
}

function assertRename(analysis: Analysis, position: Position): void {
  const start = prepareRename(analysis, position);
  if (start?.kind === 'name') assertRange(analysis.document, start.range, 'rename');
  for (const name of ['bob', '', 'a b', '"', '\0', 'constructor']) {
    const renamed = rename(analysis, position, name);
    if (renamed?.kind !== 'edits') continue;
    for (const { uri, edits } of renamed.files) {
      if (uri === undefined) assertEdits(analysis.document, edits, `rename to ${JSON.stringify(name)}`);
    }
  }
}

function assertSelection(analysis: Analysis, position: Position): void {
  const [selection] = selectionRanges(analysis, [position]);
  assert.ok(selection);
  for (let one: SelectionRange | undefined = selection; one?.parent; one = one.parent) {
    assert.ok(isWithin(one.range, one.parent.range), 'a selection lies in the next larger one');
    assertRange(analysis.document, one.parent.range, 'selection');
  }
}

function assertCodeActions(analysis: Analysis, range: Range): void {
  for (const action of codeActions(analysis, range)) {
    assert.ok(action.title !== '');
    if ('edits' in action) assertEdits(analysis.document, action.edits, action.title);
  }
}

function isWithin(inner: Range, outer: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}
