import type { Range } from './finding';

/** What a completion stands for; editors choose an icon by it. */
export type CompletionKind = 'directive' | 'word' | 'number' | 'name' | 'command' | 'category' | 'rule';

/** Something that can be written at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Text for the range of the list. */
  readonly insertText: string;
  /** The same as a snippet with places to fill in, for editors that can. */
  readonly snippet?: string;
  readonly detail?: string;
  /** Markdown, when it is short. */
  readonly documentation?: string;
  /** What `resolveCompletion` takes, when there is a longer text. */
  readonly docKey?: string;
  readonly sortText: string;
  /** What the typed text is compared with, when that is not the label. */
  readonly filterText?: string;
  readonly deprecated?: true;
}

/**
 * Paths could be written at the cursor; somebody with a file system has to say which. The range of the list takes the
 * whole path, written by `quoteWord`.
 */
export interface PathRequest {
  readonly kind: 'path';
  /** What is typed of the path. */
  readonly prefix: string;
  readonly directoriesOnly: boolean;
}

/** All that can be written at a position, in the place of `range`. */
export interface CompletionList {
  readonly range: Range;
  readonly items: readonly CompletionItem[];
  /** Ask again when more is typed. */
  readonly incomplete: boolean;
  readonly path?: PathRequest;
}

/** Items in the given order for words that need no more than a label. */
export function wordItems(
  kind: CompletionKind,
  words: readonly string[],
  more: (word: string) => {
    readonly detail?: string | undefined;
    readonly documentation?: string | undefined;
  } = () => ({}),
): CompletionItem[] {
  return words.map((word, index) => {
    const { detail, documentation } = more(word);
    return {
      label: word,
      kind,
      insertText: word,
      sortText: index.toString().padStart(3, '0'),
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined ? {} : { documentation }),
    };
  });
}
