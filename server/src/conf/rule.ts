import type { Catalogue, Directive, ValueType } from './catalogue/catalogue';
import type { Fix, FindingTag, RelatedPlace, Severity, Span } from './finding';
import type { Settings } from './settings';
import type { Line, Word } from './syntax';
import type { Era, Target } from './target';

/** Which of the sister languages a document is written in. */
export type ConfKind = 'redis' | 'sentinel';

/** House rules of the application behind an environment. */
export type Profile = 'generic' | 'outsystems' | 'nuxeo';
export type Purpose = 'non-production' | 'production';

/** The chapters of the rules table. */
export type RuleGroup =
  | 'start'
  | 'traps'
  | 'security'
  | 'memory'
  | 'persistence'
  | 'cluster'
  | 'replication'
  | 'sentinel'
  | 'versions'
  | 'host'
  | 'profile';

/** What a rule may know beside the text. All of it is plain data that was gathered before. */
export interface RuleEnvironment {
  readonly kind: ConfKind;
  readonly target: Target;
  readonly era: Era;
  readonly catalogue: Catalogue;
  readonly profile: Profile;
  readonly purpose: Purpose | undefined;
  /** The file is a template (Jinja, ERB, Go): lines may repeat in branches and values may be placeholders. */
  readonly template: boolean;
}

interface RuleBase {
  /** File name of the rule, the code of its findings, and the name of its page. */
  readonly id: string;
  readonly group: RuleGroup;
  /** Severity unless a setting says otherwise. `error` only for what makes the target refuse to start. */
  readonly severity: Severity;
  /** One line for the rules table. */
  readonly title: string;
}

/** A line as rules see it. `directive` is absent when the target does not know the name. */
export interface DirectiveLine {
  readonly line: Line;
  readonly name: Word;
  readonly args: readonly Word[];
  readonly directive: Directive;
}

/** What a rule says about the line at hand; edits of its fixes count from that line (line 0). */
export interface LineReport {
  /** Absent: the whole line without surrounding blanks. */
  readonly span?: Span;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly tags?: readonly FindingTag[];
  readonly severity?: Severity;
}

/** What a rule says about a place in the document. */
export interface DocumentReport extends LineReport {
  readonly line: number;
  readonly related?: readonly RelatedPlace[];
}

/** A rule that looks at one accepted directive line; its result depends on nothing else. */
export interface DirectiveRule extends RuleBase {
  readonly scope: 'directive';
  /** Only lines of these value types. */
  readonly types?: readonly ValueType[];
  /** Only lines of these directives. */
  readonly keys?: readonly string[];
  readonly check: (line: DirectiveLine, env: RuleEnvironment) => LineReport | undefined;
}

/** A rule for lines that are no directive of the target: `unknown` names, or `unbalanced` quotes. */
export interface RawLineRule extends RuleBase {
  readonly scope: 'unknown' | 'unbalanced';
  readonly check: (line: Line, env: RuleEnvironment) => LineReport | undefined;
}

/** A rule that looks at the effective settings of the whole document. It must not look at every line. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  readonly check: (settings: Settings, env: RuleEnvironment) => Iterable<DocumentReport>;
}

export type Rule = DirectiveRule | RawLineRule | DocumentRule;

/** What severity settings may say of a rule. */
export type SeverityChoice = Severity | 'off';
