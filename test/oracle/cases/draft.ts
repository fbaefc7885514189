import type { Random } from './random.js';

/** The lines under test of a case, before lines that every version accepts are put around them. */
export interface Draft {
  readonly cat: string;
  readonly lines: readonly string[];
  readonly mode?: 'sentinel';
  /** Where the lines go: together (when absent), each somewhere, in their order, or as the whole file. */
  readonly placement?: 'scattered' | 'alone';
  readonly files?: Readonly<Record<string, string>>;
  /** Changes the whole text, once the lines are in their place. */
  readonly whole?: (text: string) => string;
}

/** One kind of case. */
export type Family = (random: Random) => Draft;

/** Writes a word so that the server reads it back, whatever is in it. */
export function quoteWord(word: string): string {
  const escaped = word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `"${escaped.replaceAll('\t', '\\t')}"`;
}

/** A word in one of the forms that mean the same. */
export function spell(random: Random, word: string): string {
  const form = random.below(8);
  if (form === 0) return quoteWord(word);
  if (form === 1 && !/['\\]/.test(word)) return `'${word}'`;
  if (form === 2) return `"${[...word].map((char) => (random.chance(0.3) ? hex(char) : quoteInside(char))).join('')}"`;
  return word === '' || /[\s"'\\]/.test(word) ? quoteWord(word) : word;
}

function hex(char: string): string {
  return [...Buffer.from(char)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

function quoteInside(char: string): string {
  return quoteWord(char).slice(1, -1);
}

/** The items of a text, separated by ` | ` or line ends. Backslashes stand for themselves, as they do in a config file. */
export function list(text: TemplateStringsArray): readonly string[] {
  return (text.raw[0] ?? '')
    .split(/\n| \| /)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
