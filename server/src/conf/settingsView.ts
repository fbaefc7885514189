import type { DocumentContext } from './analyze';
import type { Included, IncludedLine } from './included';
import { attemptsKey, type JudgedLine, REWRITE_KEY, UNRESOLVED_KEY } from './judge';
import type { LineIndex } from './lineIndex';
import { readNumber } from './numbers';
import type { RuleEnvironment } from './rule';
import type { FileFacts, Occurrence, RefusedInclude, Settings } from './settings';
import { memoryMeaning, readBoolean, readInteger } from './values';

const NO_LINES: readonly number[] = [];

/** Settings as a view on the state of a document: valid until its next change. */
export class SettingsView implements Settings {
  private guessed = false;
  private sortedKeys: readonly string[] | undefined;

  constructor(
    private readonly texts: readonly string[],
    private readonly judged: readonly JudgedLine[],
    private readonly index: LineIndex,
    private readonly env: RuleEnvironment,
    private readonly context: DocumentContext,
    private readonly included: Included,
  ) {}

  /**
   * Has something been asked since `forgetGuesses` of a directive that has refused lines only? The answer was that there
   * is none, which may be wrong as soon as the line is mended.
   */
  get hasGuessed(): boolean {
    return this.guessed;
  }

  forgetGuesses(): void {
    this.guessed = false;
  }

  private ownLines(key: string): readonly number[] {
    // The index also holds keys that are no directives, and a directive may be asked for by any name.
    if (key.startsWith('#')) return NO_LINES;
    const lines = this.index.get(key);
    if (lines.length === 0 && !this.guessed && this.index.get(attemptsKey(key)).length > 0) this.guessed = true;
    return lines;
  }

  get lineCount(): number {
    return this.texts.length;
  }

  get file(): FileFacts {
    return this.context.file;
  }

  get complete(): boolean {
    return !this.context.fragment && this.included.complete;
  }

  get rewriteTail(): number | undefined {
    return this.index.get(REWRITE_KEY)[0];
  }

  last(key: string): Occurrence | undefined {
    const own = this.ownLines(key).at(-1);
    const other = this.included.byKey.get(key)?.at(-1);
    if (other && (own === undefined || other.at > own)) return fromIncluded(other);
    return own === undefined ? undefined : this.fromOwn(own);
  }

  all(key: string): readonly Occurrence[] {
    const own = this.ownLines(key).map((line) => this.fromOwn(line));
    const other = this.included.byKey.get(key);
    if (!other) return own;
    const merged = [...own, ...other.map(fromIncluded)];
    return merged.sort((a, b) => a.line - b.line);
  }

  count(key: string): number {
    return this.ownLines(key).length + (this.included.byKey.get(key)?.length ?? 0);
  }

  lines(key: string): readonly number[] {
    return this.ownLines(key);
  }

  at(line: number): Occurrence | undefined {
    return this.judged[line]?.directive ? this.fromOwn(line) : undefined;
  }

  /** In an order that does not depend on how the text came about: what a rule finds first may decide about the rest. */
  keys(): Iterable<string> {
    this.sortedKeys ??= [...new Set([...this.index.keys(), ...this.included.byKey.keys()])]
      .filter((key) => !key.startsWith('#'))
      .sort();
    return this.sortedKeys;
  }

  written(key: string): string | undefined {
    return this.last(key)?.args[0]?.text;
  }

  value(key: string): string | undefined {
    const written = this.written(key);
    if (written !== undefined) return written;
    const fallback = this.env.catalogue.byKey(key)?.facts.default;
    if (fallback === undefined) return undefined;
    if (typeof fallback === 'boolean') return fallback ? 'yes' : 'no';
    return String(fallback);
  }

  isOn(key: string): boolean {
    return readBoolean(this.value(key) ?? '') === true;
  }

  number(key: string): bigint | undefined {
    const last = this.last(key);
    if (last) return readNumber(last.directive, last.args[0]?.text ?? '', this.env);
    const value = this.value(key);
    return value === undefined ? undefined : (readInteger(value) ?? memoryMeaning(value));
  }

  unresolved(): readonly { readonly line: number; readonly content: JudgedLine['line'] }[] {
    return this.index.get(UNRESOLVED_KEY).map((line) => ({ line, content: this.contentOf(line) }));
  }

  refusedIncludes(): readonly RefusedInclude[] {
    return this.included.refused;
  }

  refusedLines(key: string): readonly number[] {
    return this.index.get(attemptsKey(key));
  }

  text(line: number): string {
    return this.texts[line] ?? '';
  }

  private contentOf(line: number): JudgedLine['line'] {
    return this.judged[line]?.line ?? { kind: 'blank', text: '', words: [] };
  }

  private fromOwn(line: number): Occurrence {
    const judged = this.judged[line];
    if (!judged?.directive) throw new Error(`line ${line} is in the index without a directive`);
    return { line, content: judged.line, directive: judged.directive, args: judged.args };
  }
}

function fromIncluded(line: IncludedLine): Occurrence {
  const { judged } = line;
  if (!judged.directive) throw new Error(`line ${line.line} of ${line.uri} is in the index without a directive`);
  return {
    line: line.at,
    content: judged.line,
    directive: judged.directive,
    args: judged.args,
    included: { uri: line.uri, line: line.line },
  };
}
