import { type Catalogue, catalogueOf } from './catalogue/catalogue';
import { type Finding, type Fix, rangeOn, type Span, type TextEdit } from './finding';
import { flatten } from './flatten';
import { isIgnoredAt, readIgnored, type Ignored } from './ignored';
import { INCLUDE_KEY, type Included, type IncludedFiles, type IncludeLine, readIncluded } from './included';
import {
  attemptsKey,
  type JudgedLine,
  type LineFinding,
  LineJudge,
  PRAGMA_KEY,
  severityOf,
  trimmedSpan,
  UNRESOLVED_KEY,
  wordRulesOf,
} from './judge';
import { LineIndex } from './lineIndex';
import { fixesWithin } from './moveFixes';
import { type Pragma, readPragma } from './pragmas';
import { readablePlaces, readableReport } from './readable';
import type {
  ConfKind,
  DocumentReport,
  DocumentRule,
  Profile,
  Purpose,
  Rule,
  RuleEnvironment,
  SeverityChoice,
} from './rule';
import { rules as allRules } from './rules';
import type { FileFacts, Settings } from './settings';
import { SettingsView } from './settingsView';
import { type ConfDocument, parseDocument } from './syntax';
import { eraOf, type Target } from './target';

export type { IncludedFile, IncludedFiles } from './included';

/** How a document is judged. Two documents with equal options share what was learnt about lines. */
export interface JudgeOptions {
  readonly kind: ConfKind;
  readonly target: Target;
  readonly profile?: Profile;
  readonly purpose?: Purpose;
  readonly template?: boolean;
  readonly severities?: ReadonlyMap<string, SeverityChoice>;
}

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
    this.documentRules = rules.filter(
      (rule) => rule.scope === 'document' && this.severities.get(rule.id) !== 'off',
    ) as DocumentRule[];
  }

  get catalogue(): Catalogue {
    return this.env.catalogue;
  }
}

const NO_CONTEXT: DocumentContext = { file: { name: '' }, includes: new Map(), fragment: false };
const FINDINGS_KEY = '#findings';
/** Of a file that the server writes as a whole, nothing else is said. */
const NODES_FILE = 'nodes-file';
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
  private included: Included;

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
    return this.view();
  }

  private view(): SettingsView {
    return new SettingsView(this.texts, this.judged, this.index, this.judge.env, this.context, this.included);
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

  /**
   * The arguments of the `include` lines of the document that can be followed from where it lies. A `dir` line changes
   * what the relative paths below it mean on the machine of the server, so those are left out.
   */
  get includePaths(): readonly string[] {
    const moved = this.index.get('dir')[0] ?? Number.POSITIVE_INFINITY;
    return this.includeLines.filter(({ line, path }) => line < moved || path.startsWith('/')).map(({ path }) => path);
  }

  /** What surrounds the document, as it was told. */
  get surroundings(): DocumentContext {
    return this.context;
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
        for (const key of indexKeys(verdict)) this.index.add(key, start + offset);
      }
    }
    if (touchesInclude || this.index.get(INCLUDE_KEY).length > 0) this.included = this.readIncluded();
  }

  private rebuild(): void {
    this.index.clear();
    this.judged.length = 0;
    // Without an iterator: this loop meets every line once, before anything is compiled for speed.
    for (let line = 0; line < this.texts.length; line++) {
      const verdict = this.judge.lines.judge(this.texts[line] ?? '');
      this.judged.push(verdict);
      for (const key of indexKeys(verdict)) this.index.append(key, line);
    }
  }

  private unindex(line: number): void {
    const verdict = this.judged[line];
    if (verdict) for (const key of indexKeys(verdict)) this.index.remove(key, line);
  }

  private readIncluded(): Included {
    return readIncluded(this.includeLines, this.context.includes, this.judge.lines);
  }

  private get includeLines(): readonly IncludeLine[] {
    return this.index.get(INCLUDE_KEY).map((line) => ({ line, path: this.judged[line]?.args[0]?.text ?? '' }));
  }

  private gather(): readonly Finding[] {
    const settings = this.view();
    const findings: Finding[] = [];
    const ignored = this.readIgnored();
    const tail = settings.rewriteTail ?? Number.POSITIVE_INFINITY;
    const keep = (finding: Finding): void => {
      const isError = finding.severity === 'error';
      const line = finding.range.start.line;
      if (isIgnoredAt(ignored, line, finding.rule, isError)) return;
      // What the server wrote is its own: said, but never mended.
      const fixes = line > tail ? [] : fixesWithin(finding.fixes, this.texts);
      findings.push(fixes === finding.fixes ? finding : { ...finding, fixes });
    };
    for (const line of this.index.get(FINDINGS_KEY)) {
      for (const finding of this.judged[line]?.findings ?? []) keep(atLine(finding, line));
    }
    const refused = new Set<number>();
    for (const rule of this.judge.documentRules) {
      settings.forgetGuesses();
      for (const report of rule.check(settings, this.judge.env)) {
        // What a refused line was meant to say is not known: nothing is concluded from its absence.
        if (settings.hasGuessed && this.judged[report.line]?.key !== UNRESOLVED_KEY) continue;
        const severity = severityOf(rule, report, this.judge.severities);
        if (severity === 'error') {
          if (refused.has(report.line)) continue;
          refused.add(report.line);
        }
        keep(this.documentFinding(rule, report));
      }
    }
    for (const finding of this.errorsBetweenFiles()) {
      // Some rules speak of included lines by themselves.
      const line = finding.range.start.line;
      if (!findings.some(({ rule, range }) => rule === finding.rule && range.start.line === line)) keep(finding);
    }
    const isState = findings.some(({ rule }) => rule === NODES_FILE);
    return (isState ? findings.filter(({ rule }) => rule === NODES_FILE) : findings).sort(byPosition);
  }

  /**
   * Errors of the file as a whole that stand in an included file: seen in the text that the server reads in the end,
   * and reported at the `include`.
   */
  private errorsBetweenFiles(): readonly Finding[] {
    if (this.context.includes.size === 0 || this.index.get(INCLUDE_KEY).length === 0) return [];
    const { lines, origins } = flatten(this.texts, this.context.includes, wordRulesOf(this.judge.env));
    const whole = new DocumentAnalysis({ lines, eol: this.eol }, this.judge, { ...this.context, includes: new Map() });
    const documentRules = new Set(this.judge.documentRules.map(({ id }) => id));
    return whole.findings.flatMap((finding) => {
      const origin = origins[finding.range.start.line];
      if (!origin || finding.severity !== 'error' || !documentRules.has(finding.rule)) return [];
      const name = origin.uri.split('/').at(-1) ?? origin.uri;
      const place = rangeOn(origin.line, { start: 0, end: lines[finding.range.start.line]?.length ?? 0 });
      return [
        {
          rule: finding.rule,
          severity: finding.severity,
          range: rangeOn(origin.at, trimmedSpan(this.texts[origin.at] ?? '')),
          message: `Line ${origin.line + 1} of ${name}: ${finding.message}`,
          fixes: [],
          related: [{ uri: origin.uri, range: place, message: 'The line is here.' }],
        },
      ];
    });
  }

  private documentFinding(rule: Rule, report: DocumentReport): Finding {
    const span = report.span ?? this.spanOf(report.line);
    return {
      rule: rule.id,
      severity: severityOf(rule, report, this.judge.severities),
      range: { start: { line: report.line, character: span.start }, end: { line: report.line, character: span.end } },
      ...readableReport(report),
      ...readablePlaces(report),
      ...(report.tags ? { tags: report.tags } : {}),
    };
  }

  /** The words of a line; of a comment at the top, where what is missing is reported, the first column only. */
  private spanOf(line: number): Span {
    const text = this.texts[line] ?? '';
    const isTop = line === 0 && this.judged[line]?.line.words.length === 0;
    return isTop ? { start: 0, end: Math.min(1, text.length) } : trimmedSpan(text);
  }

  private readIgnored(): Ignored {
    const placed = this.index.get(PRAGMA_KEY).flatMap((line) => {
      const pragma = readPragma(this.texts[line] ?? '');
      return pragma ? [{ line, pragma }] : [];
    });
    return readIgnored(placed, (line) => isCommentOrBlank(this.judged[line]));
  }
}

const keysByVerdict = new WeakMap<JudgedLine, readonly string[]>();
const NO_KEYS: readonly string[] = [];
const singles = new Map<string, readonly string[]>();

/** The list of one key, always the same one. */
function single(key: string): readonly string[] {
  let list = singles.get(key);
  if (!list) {
    list = [key];
    singles.set(key, list);
  }
  return list;
}

/** The keys under which a line stands in the index. Lines of the same text share their verdict, and so their keys. */
function indexKeys(verdict: JudgedLine): readonly string[] {
  if (verdict.findings.length === 0 && verdict.attempts === undefined) {
    return verdict.key === undefined ? NO_KEYS : single(verdict.key);
  }
  let keys = keysByVerdict.get(verdict);
  if (!keys) {
    const found: string[] = [];
    if (verdict.key !== undefined) found.push(verdict.key);
    if (verdict.attempts !== undefined) found.push(attemptsKey(verdict.attempts));
    if (verdict.findings.length > 0) found.push(FINDINGS_KEY);
    keys = found;
    keysByVerdict.set(verdict, keys);
  }
  return keys;
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
