import { appendLine } from './appendLine';
import type { TextEdit } from './finding';
import { insertLineBefore } from './fix';
import type { Settings } from './settings';

/** An edit that puts lines at the end of what people write: above the part that the server wrote, if there is one. */
export function statedAtEnd(settings: Settings, text: string): TextEdit {
  const tail = settings.rewriteTail;
  return tail === undefined ? appendLine(settings, text) : insertLineBefore(text, tail);
}
