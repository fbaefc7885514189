import type { Analysis } from './analyze';
import type { Position, Span } from './finding';
import { wordRulesOf } from './judge';
import { splitLine, type Word } from './syntax';

/** What stands on a line before the cursor. */
export interface Typed {
  readonly words: readonly Word[];
  /** Position of the word that is being typed; 0 is the name. */
  readonly index: number;
  /** What is there of it before the cursor, without quotes; empty at the start of a new word. */
  readonly prefix: string;
  /** The quote that it begins with, if any. */
  readonly quote: string;
  /** The columns of the word, including what stands behind the cursor. */
  readonly span: Span;
}

/**
 * The words of a line up to the cursor, a quote that is still open taken for closed. Undefined in comments, and where
 * the quotes before the cursor cannot be read.
 */
export function wordsBefore(analysis: Analysis, { line, character }: Position): Typed | undefined {
  const judged = analysis.line(line);
  if (!judged || judged.line.kind === 'comment') return undefined;
  const before = judged.line.text.slice(0, character);
  const rules = wordRulesOf(analysis.judge.env);
  const split = ['', '"', "'"]
    .map((quote) => splitLine(before + quote, rules))
    .find(({ kind }) => kind !== 'unbalanced');
  if (!split) return undefined;
  const { words } = split;
  const last = words.at(-1);
  if (!last || last.end < before.length) {
    const whole = judged.line.words.find(({ start }) => start === before.length);
    return {
      words,
      index: words.length,
      prefix: '',
      quote: '',
      span: { start: before.length, end: whole?.end ?? before.length },
    };
  }
  const whole = judged.line.words.find(({ start }) => start === last.start);
  const first = before.charAt(last.start);
  return {
    words,
    index: words.length - 1,
    prefix: last.text,
    quote: first === '"' || first === "'" ? first : '',
    span: { start: last.start, end: Math.max(before.length, whole?.end ?? 0) },
  };
}
