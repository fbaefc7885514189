/** A rule of a user: one word, or all words of a selector in brackets, joined by blanks. */
export interface MergedRule {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** Joins the words of selectors. `open` is a selector that no word closes. */
export function mergeSelectors(words: readonly string[]): {
  readonly merged: readonly MergedRule[];
  readonly open: MergedRule | undefined;
} {
  const merged: MergedRule[] = [];
  let from: number | undefined;
  for (const [at, word] of words.entries()) {
    if (from !== undefined) {
      if (!word.endsWith(')')) continue;
      merged.push({ text: words.slice(from, at + 1).join(' '), first: from, last: at });
      from = undefined;
    } else if (word.startsWith('(') && !word.endsWith(')')) {
      from = at;
    } else {
      merged.push({ text: word, first: at, last: at });
    }
  }
  if (from === undefined) return { merged, open: undefined };
  const last = words.length - 1;
  return { merged, open: { text: words.slice(from).join(' '), first: from, last } };
}
