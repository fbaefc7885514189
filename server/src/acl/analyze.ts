import type { Finding } from '../conf/finding';
import { rangeOn } from '../conf/finding';
import { type LineFinding, trimmedSpan } from '../conf/judge';
import { fixesWithin, moveFixes } from '../conf/moveFixes';
import { readablePlaces, readableReport } from '../conf/readable';
import type { DocumentReport, SeverityChoice } from '../conf/rule';
import { type ConfDocument, parseDocument } from '../conf/syntax';
import type { Target } from '../conf/target';
import { aclDialectOf } from './dialect';
import { AclLineJudge, type JudgedAclLine, severityOf } from './judge';
import type { AclEnvironment, AclFileRule, AclRule, PlacedUser, PubsubDefault } from './rule';
import { rules as allRules } from './rules';

/** How an ACL file is judged. */
export interface AclOptions {
  readonly target: Target;
  readonly severities?: ReadonlyMap<string, SeverityChoice>;
  /** `acl-pubsub-default` of the configuration that names the file; absent: the default of the target. */
  readonly pubsubDefault?: PubsubDefault;
  /** The configuration that names the file loads modules. */
  readonly modules?: boolean;
  /** The file begins with a byte order mark that `document` no longer has. */
  readonly byteOrderMark?: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';
const SPLICED = 1_000;

/** Judges the text of an ACL file at once. */
export function analyzeAcl(text: string, options: AclOptions): AclAnalysis {
  return new AclAnalysis(parseDocument(text), options);
}

/**
 * The analysis of an ACL file that changes. `replaceLines` costs what changed; `findings` are gathered when asked for
 * and kept until the next change.
 */
export class AclAnalysis {
  readonly env: AclEnvironment;
  private texts: string[];
  private judged: JudgedAclLine[];
  private readonly lines: AclLineJudge;
  private readonly fileRules: readonly AclFileRule[];
  private readonly severities: ReadonlyMap<string, SeverityChoice>;
  private gathered: readonly Finding[] | undefined;

  constructor(
    document: ConfDocument,
    private readonly options: AclOptions,
    rules: readonly AclRule[] = allRules,
  ) {
    const dialect = aclDialectOf(options.target);
    this.env = {
      dialect,
      pubsubDefault: options.pubsubDefault ?? (dialect.startsWithAllChannels ? 'allchannels' : 'resetchannels'),
      modules: options.modules ?? false,
    };
    this.severities = options.severities ?? new Map();
    this.lines = new AclLineJudge(this.env, rules, this.severities);
    this.fileRules = rules
      .filter((rule) => rule.scope === 'file')
      .filter((rule) => this.severities.get(rule.id) !== 'off');
    this.texts = [...document.lines];
    this.eol = document.eol;
    this.judged = this.texts.map((text) => this.lines.judge(text));
  }

  private readonly eol: '\n' | '\r\n';

  get document(): ConfDocument {
    return { lines: this.texts, eol: this.eol };
  }

  /** In the order of the document. */
  get findings(): readonly Finding[] {
    this.gathered ??= this.gather();
    return this.gathered;
  }

  /** The verdict on one line. */
  line(line: number): JudgedAclLine | undefined {
    return this.judged[line];
  }

  /** Replaces `removed` lines from `start` on by `inserted`. */
  replaceLines(start: number, removed: number, inserted: readonly string[]): void {
    this.gathered = undefined;
    const judged = inserted.map((text) => this.lines.judge(text));
    this.texts = replaced(this.texts, start, removed, inserted);
    this.judged = replaced(this.judged, start, removed, judged);
  }

  private gather(): readonly Finding[] {
    const findings: Finding[] = [];
    const users: PlacedUser[] = [];
    const refused = new Set<number>();
    for (const [line, { name, findings: own }] of this.withMark().entries()) {
      for (const finding of own) {
        findings.push(atLine(finding, line));
        if (finding.severity === 'error') refused.add(line);
      }
      if (name) users.push({ line, name });
    }
    for (const rule of this.fileRules) {
      // A user that is refused counts for what is missing in the file, and nothing more is said of it.
      for (const report of rule.check(users, this.env)) {
        if (!refused.has(report.line) || rule.severity === 'error') findings.push(this.fileFinding(rule, report));
      }
    }
    return findings
      .map((finding) => ({ ...finding, fixes: fixesWithin(finding.fixes, this.texts) }))
      .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  }

  private withMark(): readonly JudgedAclLine[] {
    if (!this.options.byteOrderMark || this.texts[0] === undefined) return this.judged;
    const first = this.lines.judge(BYTE_ORDER_MARK + this.texts[0]);
    // The mark itself is not in the text at hand: nothing can be edited, and columns count without it.
    const findings = first.findings.map((finding) => ({
      ...finding,
      span: trimmedSpan(this.texts[0] ?? ''),
      fixes: [],
    }));
    return [{ name: undefined, findings }, ...this.judged.slice(1)];
  }

  private fileFinding(rule: AclFileRule, report: DocumentReport): Finding {
    return {
      rule: rule.id,
      severity: severityOf(rule, report, this.severities),
      range: rangeOn(report.line, report.span ?? trimmedSpan(this.texts[report.line] ?? '')),
      ...readableReport(report),
      ...readablePlaces(report),
      ...(report.tags ? { tags: report.tags } : {}),
    };
  }
}

function atLine({ rule, severity, span, message, fixes, tags }: LineFinding, line: number): Finding {
  const finding = { rule, severity, range: rangeOn(line, span), message, fixes: moveFixes(fixes, line) };
  return tags ? { ...finding, tags } : finding;
}

function replaced<T>(list: T[], start: number, removed: number, inserted: readonly T[]): T[] {
  // Many arguments at once would overflow the stack.
  if (inserted.length > SPLICED) return [...list.slice(0, start), ...inserted, ...list.slice(start + removed)];
  list.splice(start, removed, ...inserted);
  return list;
}
