import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../../../server/src/conf/finding';
import { fixesOf } from '../../../server/src/conf/fixAll';
import type { LintFile } from './readFile';
import { judgeText, type LintResult } from './judgeFile';
import type { LintOptions } from './options';

/** Fixes may make room for others; more rounds than this would go in circles. */
const MOST_ROUNDS = 10;

/** Applies the certain fixes of a file until there are none left. The result is what remains, with its text. */
export async function fixText(file: LintFile, options: LintOptions): Promise<LintResult & { readonly text: string }> {
  let { text } = file;
  let result = await judgeText(file, text, options);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = fixesOf(result.findings);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
    result = await judgeText(file, text, options);
  }
  return { ...result, text };
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
