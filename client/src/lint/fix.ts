import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, TextEdit } from '../../../server/src/conf/finding';
import type { LintFile } from './files';
import { judgeText, type LintResult } from './judgeFile';
import type { LintOptions } from './options';

/** Fixes may make room for others; more rounds than this would go in circles. */
const MOST_ROUNDS = 10;

/** Applies the certain fixes of a file until there are none left. The result is what remains, with its text. */
export async function fixText(file: LintFile, options: LintOptions): Promise<LintResult & { readonly text: string }> {
  let { text } = file;
  let result = await judgeText(file, text, options);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = certainEdits(result.findings);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
    result = await judgeText(file, text, options);
  }
  return { ...result, text };
}

/** The edits of all preferred fixes; of those that touch each other the first one wins. */
function certainEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.preferred);
    if (fix && !fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) taken.push(...fix.edits);
  }
  return taken;
}

function touches(a: TextEdit, b: TextEdit): boolean {
  const before = (x: TextEdit, y: TextEdit): boolean =>
    x.range.end.line < y.range.start.line ||
    (x.range.end.line === y.range.start.line && x.range.end.character < y.range.start.character);
  return !before(a, b) && !before(b, a);
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const document = TextDocument.create('', '', 0, text);
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  return TextDocument.applyEdits(
    document,
    edits.map((edit) => ({
      range: { start: { ...edit.range.start }, end: { ...edit.range.end } },
      newText: edit.newText.replaceAll('\n', eol),
    })),
  );
}
