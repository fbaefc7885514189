import type { Locator } from 'playwright-core';

/** A rectangle on the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The little of the page's objects that is used here; the tests are compiled without the browser's types. */
interface PageLine {
  readonly textContent: string | null;
  readonly ownerDocument: PageDocument;
  getBoundingClientRect(): Box;
}
interface PageText {
  readonly data: string;
}
interface PageDocument {
  createTreeWalker(root: PageLine, whatToShow: number): { nextNode(): PageText | null };
  createRange(): {
    setStart(node: PageText, offset: number): void;
    setEnd(node: PageText, offset: number): void;
    getBoundingClientRect(): Box;
  };
}

/** The lines that an editor shows, from top to bottom. */
export async function shownLines(editor: Locator): Promise<readonly string[]> {
  const lines = await editor
    .locator('.view-line')
    .evaluateAll((elements: readonly PageLine[]) =>
      elements.map((element) => ({ top: element.getBoundingClientRect().y, text: element.textContent ?? '' })),
    );
  return lines.sort((a, b) => a.top - b.top).map(({ text }) => withPlainSpaces(text));
}

/** Where an editor shows a text; a text has no element of its own, colours cut lines into pieces anywhere. */
export async function boxOf(editor: Locator, text: string): Promise<Box | undefined> {
  const boxes = await editor.locator('.view-line').evaluateAll((elements: readonly PageLine[], wanted: string) => {
    const found: Box[] = [];
    for (const element of elements) {
      const start = (element.textContent ?? '').replace(/\u00a0/g, ' ').indexOf(wanted);
      if (start < 0) continue;
      const range = element.ownerDocument.createRange();
      const walker = element.ownerDocument.createTreeWalker(element, 4);
      let offset = 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const end = offset + node.data.length;
        if (start >= offset && start < end) range.setStart(node, start - offset);
        if (start + wanted.length > offset && start + wanted.length <= end) {
          range.setEnd(node, start + wanted.length - offset);
        }
        offset = end;
      }
      const { x, y, width, height } = range.getBoundingClientRect();
      found.push({ x, y, width, height });
    }
    return found;
  }, text);
  return boxes.sort((a, b) => a.y - b.y)[0];
}

/** Editors write spaces as no-break spaces. */
export function withPlainSpaces(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}
