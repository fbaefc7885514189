import type { TextEdit } from './finding';
import { insertLineAfter, insertLineBefore } from './fix';
import type { Settings } from './settings';

/** An edit that puts a line at the end of the document. */
export function appendLine(settings: Settings, text: string): TextEdit {
  const last = settings.lineCount - 1;
  const lastText = settings.text(last);
  return lastText === '' ? insertLineBefore(text, last) : insertLineAfter(text, lastText, last);
}
