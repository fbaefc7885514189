import type { DocumentReport, LineReport, RuleGroup } from '../conf/rule';
import type { Severity } from '../conf/finding';
import type { Word } from '../conf/syntax';
import type { AclDialect } from './dialect';
import type { UserVerdict } from './setuser';
import type { RuleWords } from './words';

/** What the server puts into new users: `acl-pubsub-default` of its configuration. */
export type PubsubDefault = 'allchannels' | 'resetchannels';

/** What a rule may know beside the text. */
export interface AclEnvironment {
  readonly dialect: AclDialect;
  readonly pubsubDefault: PubsubDefault;
  /** The configuration loads modules, which may bring commands and categories. */
  readonly modules: boolean;
}

/** A line of an ACL file that defines a user. */
export interface UserLine {
  readonly text: string;
  /** The word `user`. */
  readonly keyword: Word;
  readonly name: Word;
  readonly rules: RuleWords;
  readonly verdict: UserVerdict;
}

/** A user, where it stands in the file. */
export interface PlacedUser {
  readonly line: number;
  readonly name: Word;
}

interface AclRuleBase {
  /** File name of the rule, the code of its findings, and the name of its page. */
  readonly id: string;
  readonly group: RuleGroup;
  /** Severity unless a setting says otherwise. `error` only for what makes the target refuse to start. */
  readonly severity: Severity;
  /** One line for the rules table. */
  readonly title: string;
}

/** A rule that looks at the text of a line that is no user line. */
export interface AclTextRule extends AclRuleBase {
  readonly scope: 'text';
  readonly check: (text: string, env: AclEnvironment) => LineReport | undefined;
}

/** A rule that looks at one user; its result depends on nothing else. Edits of its fixes count from line 0. */
export interface AclUserRule extends AclRuleBase {
  readonly scope: 'user';
  readonly check: (user: UserLine, env: AclEnvironment) => Iterable<LineReport>;
}

/** A rule that looks at all users of the file. */
export interface AclFileRule extends AclRuleBase {
  readonly scope: 'file';
  readonly check: (users: readonly PlacedUser[], env: AclEnvironment) => Iterable<DocumentReport>;
}

export type AclRule = AclTextRule | AclUserRule | AclFileRule;
