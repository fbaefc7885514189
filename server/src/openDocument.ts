import type { Finding } from './conf/finding';
import type { ConfDocument } from './conf/syntax';
import type { LanguageId } from './protocol';

/** What an analysis of any of the three languages offers to the wiring. */
export interface LiveAnalysis {
  readonly document: ConfDocument;
  readonly findings: readonly Finding[];
  replaceLines(start: number, removed: number, inserted: readonly string[]): void;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A change as the protocol sends it: a range and its new text, or a new text of the whole. */
export type ContentChange =
  | { readonly range: { readonly start: Position; readonly end: Position }; readonly text: string }
  | { readonly text: string };

const LINE_BREAK = /\r\n|\n|\r/;

/**
 * A document that an editor holds open, as lines. A change costs the lines that it touches; the full text is only
 * put together when somebody asks for it. Line breaks are those of the protocol.
 */
export class OpenDocument {
  private lines: string[];
  readonly eol: '\n' | '\r\n';
  /** Set by whoever analyses the document; kept in step with its changes. */
  analysis: LiveAnalysis | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    private currentVersion: number,
    content: string,
  ) {
    this.lines = content.split(LINE_BREAK);
    this.eol = content.includes('\r\n') ? '\r\n' : '\n';
  }

  get version(): number {
    return this.currentVersion;
  }

  get document(): ConfDocument {
    return { lines: this.lines, eol: this.eol };
  }

  /** Last part of the path, percent-decoded where that is possible. */
  get fileName(): string {
    const last = this.uri.split(/[/\\]/).at(-1) ?? '';
    try {
      return decodeURIComponent(last);
    } catch {
      // Not percent-encoded: take it as it is.
      return last;
    }
  }

  /** The language, also for clients that know no language ids of ours. */
  get language(): LanguageId {
    if (
      this.languageId === 'redis-conf' ||
      this.languageId === 'redis-sentinel-conf' ||
      this.languageId === 'redis-acl'
    ) {
      return this.languageId;
    }
    if (/\.acl$/i.test(this.fileName)) return 'redis-acl';
    return /sentinel/i.test(this.fileName) ? 'redis-sentinel-conf' : 'redis-conf';
  }

  /** The whole text. */
  text(): string {
    return this.lines.join(this.eol);
  }

  /** Applies changes in their order. */
  update(changes: readonly ContentChange[], version: number): void {
    this.currentVersion = version;
    for (const change of changes) {
      if ('range' in change) this.replace(change.range.start, change.range.end, change.text);
      else this.replaceAll(change.text);
    }
  }

  private replaceAll(text: string): void {
    const removed = this.lines.length;
    this.lines = text.split(LINE_BREAK);
    this.analysis?.replaceLines(0, removed, this.lines);
  }

  private replace(start: Position, end: Position, text: string): void {
    const last = this.lines.length - 1;
    const from = Math.min(start.line, last);
    const to = Math.min(end.line, last);
    const before = start.line > last ? (this.lines[last] ?? '') : (this.lines[from] ?? '').slice(0, start.character);
    const after = end.line > last ? '' : (this.lines[to] ?? '').slice(end.character);
    const inserted = text.split(LINE_BREAK);
    inserted[0] = before + (inserted[0] ?? '');
    inserted[inserted.length - 1] = (inserted.at(-1) ?? '') + after;
    const removed = to - from + 1;
    if (inserted.length < 1000) this.lines.splice(from, removed, ...inserted);
    else this.lines = [...this.lines.slice(0, from), ...inserted, ...this.lines.slice(to + 1)];
    this.analysis?.replaceLines(from, removed, inserted);
  }
}
