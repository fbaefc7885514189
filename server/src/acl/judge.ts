import type { Severity } from '../conf/finding';
import type { LineFinding } from '../conf/judge';
import { trimmedSpan } from '../conf/judge';
import type { LineReport, SeverityChoice } from '../conf/rule';
import type { Word } from '../conf/syntax';
import { readUserLine, splitAclLine } from './fileSyntax';
import type { AclEnvironment, AclRule, AclTextRule, AclUserRule, UserLine } from './rule';
import { readableReport } from '../conf/readable';

/** All that follows from the text of one line of an ACL file. Shared by all lines with the same text. */
export interface JudgedAclLine {
  /** The name of the user; absent for blank lines and for lines that define none. */
  readonly name: Word | undefined;
  /** Edits count from the line. */
  readonly findings: readonly LineFinding[];
}

const NO_FINDINGS: readonly LineFinding[] = [];
const NOTHING: JudgedAclLine = { name: undefined, findings: NO_FINDINGS };
/** Lines with the same text are judged once; the memory of that is bounded. */
const REMEMBERED_LINES = 20_000;
const REMEMBERED_LENGTH = 2_000;

/** Judges single lines of ACL files for one target, and remembers what it has seen. */
export class AclLineJudge {
  private readonly remembered = new Map<string, JudgedAclLine>();
  private readonly textRules: readonly AclTextRule[];
  private readonly startRules: readonly AclUserRule[];
  private readonly adviceRules: readonly AclUserRule[];

  constructor(
    private readonly env: AclEnvironment,
    rules: readonly AclRule[],
    private readonly severities: ReadonlyMap<string, SeverityChoice>,
  ) {
    const active = rules.filter((rule) => severities.get(rule.id) !== 'off');
    const userRules = active.filter((rule) => rule.scope === 'user');
    this.textRules = active.filter((rule) => rule.scope === 'text');
    this.startRules = userRules.filter((rule) => rule.group === 'start');
    this.adviceRules = userRules.filter((rule) => rule.group !== 'start');
  }

  /** The verdict on one line, without its line break. */
  judge(text: string): JudgedAclLine {
    const known = this.remembered.get(text);
    if (known) return known;
    const judged = this.judgeAfresh(text);
    if (text.length <= REMEMBERED_LENGTH) {
      if (this.remembered.size >= REMEMBERED_LINES) this.remembered.clear();
      this.remembered.set(text, judged);
    }
    return judged;
  }

  private judgeAfresh(text: string): JudgedAclLine {
    const words = splitAclLine(text);
    if (words.length === 0) return NOTHING;
    const user = readUserLine(text, words, this.env.dialect);
    if (!user) return { name: undefined, findings: this.textFindings(text) };
    const { name } = user;
    const findings = this.userFindings(this.startRules, user);
    // What else could be said of a user that is refused would only follow from it.
    if (findings.some(({ severity }) => severity === 'error')) return { name, findings };
    const all = [...findings, ...this.userFindings(this.adviceRules, user)];
    return { name, findings: all.length === 0 ? NO_FINDINGS : all };
  }

  private textFindings(text: string): readonly LineFinding[] {
    for (const rule of this.textRules) {
      const report = rule.check(text, this.env);
      if (report) return [this.finding(rule, report, text)];
    }
    return [];
  }

  private userFindings(rules: readonly AclUserRule[], user: UserLine): readonly LineFinding[] {
    return rules.flatMap((rule) =>
      [...rule.check(user, this.env)].map((report) => this.finding(rule, report, user.text)),
    );
  }

  private finding(rule: AclRule, report: LineReport, text: string): LineFinding {
    return {
      rule: rule.id,
      severity: severityOf(rule, report, this.severities),
      span: report.span ?? trimmedSpan(text),
      ...readableReport(report),
      ...(report.tags ? { tags: report.tags } : {}),
    };
  }
}

/** The severity of a report: an error stays one, everything else follows the settings. */
export function severityOf(
  rule: AclRule,
  report: LineReport,
  severities: ReadonlyMap<string, SeverityChoice>,
): Severity {
  const natural = report.severity ?? rule.severity;
  if (natural === 'error') return natural;
  const chosen = severities.get(rule.id);
  return chosen === undefined || chosen === 'off' || chosen === 'error' ? natural : chosen;
}
