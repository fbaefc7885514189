import { type Catalogue, catalogueOf } from './catalogue/catalogue';
import type { Finding, Fix, TextEdit } from './finding';
import {
  type JudgedLine,
  type LineFinding,
  LineJudge,
  PRAGMA_KEY,
  REWRITE_KEY,
  severityOf,
  trimmedSpan,
  UNRESOLVED_KEY,
} from './judge';
import { LineIndex } from './lineIndex';
import { isIgnored, type Pragma, readPragma } from './pragmas';
import type { ConfKind, DocumentReport, DocumentRule, Profile, Purpose, Rule, RuleEnvironment, SeverityChoice } from './rule';
import { rules as allRules } from './rules';
import type { FileFacts, Occurrence, Settings } from './settings';
import { type ConfDocument, parseDocument } from './syntax';
import { eraOf, type Target } from './target';
import { memoryMeaning, readBoolean, readInteger } from './values';

/** How a document is judged. Two documents with equal options share what was learnt about lines. */
export interface JudgeOptions {
  readonly kind: ConfKind;
  readonly target: Target;
  readonly profile?: Profile;
  readonly purpose?: Purpose;
  readonly template?: boolean;
  readonly severities?: ReadonlyMap<string, SeverityChoice>;
}

/** An included file, read by whoever has a file system. `path` is the argument as written. */
export interface IncludedFile {
  readonly uri: string;
  readonly lines: readonly string[];
  /** Files that this one includes. */
  readonly includes: IncludedFiles;
}

/** What became of each `include` argument: the files it names, or undefined when it could not be read. */
export type IncludedFiles = ReadonlyMap<string, readonly IncludedFile[] | undefined>;

/** What surrounds a document. */
export interface DocumentContext {
  readonly file: FileFacts;
  readonly includes: IncludedFiles;
  /** The file is included by another one. */
  readonly fragment: boolean;
}

/** A rule set, ready for one way of judging. */
export class Judge {
  readonly env: RuleEnvironment;
  readonly lines: LineJudge;
  readonly severities: ReadonlyMap<string, SeverityChoice>;
  readonly documentRules: readonly DocumentRule[];

  constructor(options: JudgeOptions, rules: readonly Rule[] = allRules) {
    this.severities = options.severities ?? new Map();
    this.env = {
      kind: options.kind,
      target: options.target,
      era: eraOf(options.target),
      catalogue: catalogueOf(options.target),
      profile: options.profile ?? 'generic',
      purpose: options.purpose,
      template: options.template ?? false,
    };
    this.lines = new LineJudge(this.env, rules, this.severities);
    this.documentRules = rules.filter((rule) => rule.scope === 'document' && this.severities.get(rule.id) !== 'off') as DocumentRule[];
  }

  get catalogue(): Catalogue {
    return this.env.catalogue;
  }
}

const NO_CONTEXT: DocumentContext = { file: { name: '' }, includes: new Map(), fragment: false };
const FINDINGS_KEY = '#findings';
const INCLUDE_KEY = 'include';
/** Edits of more lines than this are cheaper as a new start. */
const REBUILD_ABOVE = 2_000;

/** Everything that is known of one document: its lines judged, its effective settings, its findings. */
export interface Analysis {
  readonly judge: Judge;
  readonly document: ConfDocument;
  readonly settings: Settings;
  /** In the order of the document. */
  readonly findings: readonly Finding[];
  /** The verdict on one line. */
  line(line: number): JudgedLine | undefined;
}

/** Judges a whole text at once. */
export function analyze(text: string, judge: Judge, context: DocumentContext = NO_CONTEXT): Analysis {
  return new DocumentAnalysis(parseDocument(text), judge, context);
}

/**
 * The analysis of a document that changes. `replaceLines` costs what changed; `findings` are gathered when asked for
 * and kept until the next change.
 */
export class DocumentAnalysis implements Analysis {
  private readonly judged: JudgedLine[] = [];
  private readonly index = new LineIndex();
  private readonly texts: string[];
  private gathered: readonly Finding[] | undefined;
  private included: readonly IncludedLine[];

  constructor(
    document: ConfDocument,
    readonly judge: Judge,
    private context: DocumentContext = NO_CONTEXT,
  ) {
    this.texts = [...document.lines];
    this.eol = document.eol;
    this.rebuild();
    this.included = this.readIncluded();
  }

  private readonly eol: '\n' | '\r\n';

  get document(): ConfDocument {
    return { lines: this.texts, eol: this.eol };
  }

  get settings(): Settings {
    return new SettingsView(this.texts, this.judged, this.index, this.judge, this.context, this.included);
  }

  get findings(): readonly Finding[] {
    this.gathered ??= this.gather();
    return this.gathered;
  }

  line(line: number): JudgedLine | undefined {
    return this.judged[line];
  }

  /** What the comments that speak to this tool say, in the order of the document. */
  get pragmas(): readonly Pragma[] {
    return this.index.get(PRAGMA_KEY).flatMap((line) => readPragma(this.texts[line] ?? '') ?? []);
  }

  /** The arguments of all `include` lines of the document. */
  get includePaths(): readonly string[] {
    return this.index.get(INCLUDE_KEY).map((line) => this.judged[line]?.line.words[1]?.text ?? '');
  }

  /** Takes over what surrounds the document. */
  setContext(context: DocumentContext): void {
    this.context = context;
    this.included = this.readIncluded();
    this.gathered = undefined;
  }

  /** Replaces `removed` lines from `start` on by `inserted`. */
  replaceLines(start: number, removed: number, inserted: readonly string[]): void {
    this.gathered = undefined;
    const touchesInclude = this.index.get(INCLUDE_KEY).length > 0;
    if (removed + inserted.length > REBUILD_ABOVE) {
      const tail = this.texts.slice(start + removed);
      this.texts.length = start;
      for (const text of inserted) this.texts.push(text);
      for (const text of tail) this.texts.push(text);
      this.rebuild();
    } else {
      for (let line = start; line < start + removed; line++) this.unindex(line);
      const delta = inserted.length - removed;
      if (delta !== 0) this.index.shift(start + removed, delta);
      const judged = inserted.map((text) => this.judge.lines.judge(text));
      this.texts.splice(start, removed, ...inserted);
      this.judged.splice(start, removed, ...judged);
      for (const [offset, verdict] of judged.entries()) {
        if (verdict.key !== undefined) this.index.add(verdict.key, start + offset);
        if (verdict.findings.length > 0) this.index.add(FINDINGS_KEY, start + offset);
      }
    }
    if (touchesInclude || this.index.get(INCLUDE_KEY).length > 0) this.included = this.readIncluded();
  }

  private rebuild(): void {
    this.index.clear();
    this.judged.length = 0;
    for (const [line, text] of this.texts.entries()) {
      const verdict = this.judge.lines.judge(text);
      this.judged.push(verdict);
      if (verdict.key !== undefined) this.index.append(verdict.key, line);
      if (verdict.findings.length > 0) this.index.append(FINDINGS_KEY, line);
    }
  }

  private unindex(line: number): void {
    const verdict = this.judged[line];
    if (verdict?.key !== undefined) this.index.remove(verdict.key, line);
    if (verdict && verdict.findings.length > 0) this.index.remove(FINDINGS_KEY, line);
  }

  private readIncluded(): readonly IncludedLine[] {
    const found: IncludedLine[] = [];
    for (const line of this.index.get(INCLUDE_KEY)) {
      const path = this.judged[line]?.line.words[1]?.text ?? '';
      collectIncluded(this.context.includes.get(path), line, this.judge, found);
    }
    return found;
  }

  private gather(): readonly Finding[] {
    const settings = this.settings;
    const findings: Finding[] = [];
    const ignored = this.readIgnored();
    const tail = settings.rewriteTail ?? Number.POSITIVE_INFINITY;
    const keep = (finding: Finding): void => {
      const isError = finding.severity === 'error';
      const line = finding.range.start.line;
      if (isIgnoredAt(ignored, line, finding.rule, isError)) return;
      // What the server wrote is its own: said, but never mended.
      findings.push(line > tail && finding.fixes.length > 0 ? { ...finding, fixes: [] } : finding);
    };
    for (const line of this.index.get(FINDINGS_KEY)) {
      for (const finding of this.judged[line]?.findings ?? []) keep(atLine(finding, line));
    }
    const refused = new Set<number>();
    for (const rule of this.judge.documentRules) {
      for (const report of rule.check(settings, this.judge.env)) {
        const severity = severityOf(rule, report, this.judge.severities);
        if (severity === 'error') {
          if (refused.has(report.line)) continue;
          refused.add(report.line);
        }
        keep(this.documentFinding(rule, report));
      }
    }
    return findings.sort(byPosition);
  }

  private documentFinding(rule: Rule, report: DocumentReport): Finding {
    const span = report.span ?? trimmedSpan(this.texts[report.line] ?? '');
    return {
      rule: rule.id,
      severity: severityOf(rule, report, this.judge.severities),
      range: { start: { line: report.line, character: span.start }, end: { line: report.line, character: span.end } },
      message: report.message,
      fixes: report.fixes ?? [],
      ...(report.related ? { related: report.related } : {}),
      ...(report.tags ? { tags: report.tags } : {}),
    };
  }

  private readIgnored(): Ignored {
    const byLine = new Map<number, readonly string[]>();
    const file: (readonly string[])[] = [];
    for (const line of this.index.get(PRAGMA_KEY)) {
      const pragma = readPragma(this.texts[line] ?? '');
      if (pragma?.ignoreFile) file.push(pragma.ignoreFile);
      if (!pragma?.ignore) continue;
      let at = line + 1;
      while (at < this.judged.length && isCommentOrBlank(this.judged[at])) at++;
      byLine.set(at, [...(byLine.get(at) ?? []), ...pragma.ignore]);
    }
    return { byLine, file };
  }
}

interface Ignored {
  readonly byLine: ReadonlyMap<number, readonly string[]>;
  readonly file: readonly (readonly string[])[];
}

function isIgnoredAt(ignored: Ignored, line: number, rule: string, isError: boolean): boolean {
  if (ignored.file.some((list) => isIgnored(list, rule, isError))) return true;
  const here = ignored.byLine.get(line);
  return here !== undefined && isIgnored(here, rule, isError);
}

function isCommentOrBlank(judged: JudgedLine | undefined): boolean {
  return judged?.line.kind === 'comment' || judged?.line.kind === 'blank';
}

function byPosition(a: Finding, b: Finding): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

function atLine(finding: LineFinding, line: number): Finding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    range: { start: { line, character: finding.span.start }, end: { line, character: finding.span.end } },
    message: finding.message,
    fixes: finding.fixes.map((fix) => moveFix(fix, line)),
    ...(finding.tags ? { tags: finding.tags } : {}),
  };
}

function moveFix(fix: Fix, line: number): Fix {
  return { ...fix, edits: fix.edits.map((edit) => moveEdit(edit, line)) };
}

function moveEdit(edit: TextEdit, line: number): TextEdit {
  const { start, end } = edit.range;
  return {
    range: {
      start: { line: start.line + line, character: start.character },
      end: { line: end.line + line, character: end.character },
    },
    newText: edit.newText,
  };
}

interface IncludedLine {
  /** The line of the `include` in the document. */
  readonly at: number;
  readonly uri: string;
  readonly line: number;
  readonly judged: JudgedLine;
}

function collectIncluded(
  files: readonly IncludedFile[] | undefined,
  at: number,
  judge: Judge,
  found: IncludedLine[],
): void {
  for (const file of files ?? []) {
    for (const [line, text] of file.lines.entries()) {
      const judged = judge.lines.judge(text);
      if (!judged.directive) continue;
      found.push({ at, uri: file.uri, line, judged });
      if (judged.key === INCLUDE_KEY) {
        collectIncluded(file.includes.get(judged.line.words[1]?.text ?? ''), at, judge, found);
      }
    }
  }
}

/** Settings as a view on the state of a document: valid until its next change. */
class SettingsView implements Settings {
  private readonly includedByKey = new Map<string, IncludedLine[]>();

  constructor(
    private readonly texts: readonly string[],
    private readonly judged: readonly JudgedLine[],
    private readonly index: LineIndex,
    private readonly judge: Judge,
    private readonly context: DocumentContext,
    included: readonly IncludedLine[],
  ) {
    for (const line of included) {
      const key = line.judged.key ?? '';
      const list = this.includedByKey.get(key);
      if (list) list.push(line);
      else this.includedByKey.set(key, [line]);
    }
  }

  get lineCount(): number {
    return this.texts.length;
  }

  get file(): FileFacts {
    return this.context.file;
  }

  get complete(): boolean {
    if (this.context.fragment) return false;
    for (const line of this.index.get(INCLUDE_KEY)) {
      if (this.context.includes.get(this.judged[line]?.line.words[1]?.text ?? '') === undefined) return false;
    }
    return true;
  }

  get rewriteTail(): number | undefined {
    return this.index.get(REWRITE_KEY)[0];
  }

  last(key: string): Occurrence | undefined {
    const own = this.index.get(key).at(-1);
    const other = this.includedByKey.get(key)?.at(-1);
    if (other && (own === undefined || other.at > own)) return fromIncluded(other);
    return own === undefined ? undefined : this.fromOwn(own);
  }

  all(key: string): readonly Occurrence[] {
    const own = this.index.get(key).map((line) => this.fromOwn(line));
    const other = this.includedByKey.get(key);
    if (!other) return own;
    const merged = [...own, ...other.map(fromIncluded)];
    return merged.sort((a, b) => a.line - b.line);
  }

  count(key: string): number {
    return this.index.get(key).length + (this.includedByKey.get(key)?.length ?? 0);
  }

  *keys(): Iterable<string> {
    for (const key of this.index.keys()) if (!key.startsWith('#')) yield key;
    for (const key of this.includedByKey.keys()) if (this.index.get(key).length === 0) yield key;
  }

  written(key: string): string | undefined {
    return this.last(key)?.args[0]?.text;
  }

  value(key: string): string | undefined {
    const written = this.written(key);
    if (written !== undefined) return written;
    const fallback = this.judge.catalogue.byKey(key)?.facts.default;
    if (fallback === undefined) return undefined;
    if (typeof fallback === 'boolean') return fallback ? 'yes' : 'no';
    return String(fallback);
  }

  isOn(key: string): boolean {
    return readBoolean(this.value(key) ?? '') === true;
  }

  number(key: string): bigint | undefined {
    const value = this.value(key);
    return value === undefined ? undefined : (readInteger(value) ?? memoryMeaning(value));
  }

  unresolved(): readonly { readonly line: number; readonly content: JudgedLine['line'] }[] {
    return this.index.get(UNRESOLVED_KEY).map((line) => ({ line, content: this.contentOf(line) }));
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
    return { line, content: judged.line, directive: judged.directive, args: judged.line.words.slice(1) };
  }
}

function fromIncluded(line: IncludedLine): Occurrence {
  const { judged } = line;
  if (!judged.directive) throw new Error(`line ${line.line} of ${line.uri} is in the index without a directive`);
  return {
    line: line.at,
    content: judged.line,
    directive: judged.directive,
    args: judged.line.words.slice(1),
    included: { uri: line.uri, line: line.line },
  };
}
