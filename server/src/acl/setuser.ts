import { ACL_CATEGORIES } from '../conf/catalogue/commands';
import type { AclDialect } from './dialect';
import { applyPermission, type Condition, type FaultKind, type Outcome, selectorRules } from './applyRule';
import { Permissions } from './permissions';
import { mergeSelectors, type MergedRule } from './selectors';
import { sha256 } from './sha256';

/** A rule that a server does not take. `first` and `last` are positions in the list of rules. */
export interface RuleFault<Kind = FaultKind> {
  readonly kind: Kind;
  readonly first: number;
  readonly last: number;
  /** The rule at fault; inside a selector only a part of what stands from `first` to `last`. */
  readonly rule: string;
  readonly inSelector: boolean;
}

/** A password as it stands in the rules: in clear text, or as its hash. */
export interface GivenPassword {
  readonly at: number;
  readonly clear: string | undefined;
}

/** A user as the rules leave it. */
export interface UserState {
  readonly enabled: boolean;
  readonly nopass: boolean;
  readonly passwords: readonly GivenPassword[];
  readonly root: Permissions;
  readonly selectors: readonly Permissions[];
}

/** What a server makes of the rules of one user. */
export interface UserVerdict {
  /** Refused while the line is read, from left to right. The server only names the first. */
  readonly refused: readonly RuleFault[];
  /** Commands and categories that the target does not know: the start fails when all is loaded. */
  readonly unknown: readonly RuleFault[];
  /** What is refused only under a condition. */
  readonly conditional: readonly RuleFault<Condition>[];
  readonly user: UserState;
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * Judges the rules of one user, a list of words without `user` and the name, as the server of this dialect does.
 * Every fault is found, not only the first: a rule at fault is passed over.
 */
export function judgeUser(rules: readonly string[], dialect: AclDialect, trim = false): UserVerdict {
  return new UserJudge(dialect, rules).judge(rules, trim);
}

class UserJudge {
  private readonly refused: RuleFault[] = [];
  private readonly unknown: RuleFault[] = [];
  private readonly conditional: RuleFault<Condition>[] = [];
  private readonly root = new Permissions();
  private selectors: Permissions[] = [];
  private enabled = false;
  private nopass = false;
  private readonly passwords = new Map<string, GivenPassword>();
  /** Passwords are compared by hash, which only matters when one is taken away again. */
  private readonly hashes: boolean;

  constructor(
    private readonly dialect: AclDialect,
    rules: readonly string[],
  ) {
    this.hashes = rules.some((rule) => rule.startsWith('<') || rule.startsWith('!'));
  }

  judge(rules: readonly string[], trim: boolean): UserVerdict {
    const { merged, open } = this.dialect.since7 ? mergeSelectors(rules) : { merged: alone(rules), open: undefined };
    // The server looks for open brackets before it reads the first rule.
    if (open) this.note('open-selector', open.text, open, false);
    for (const one of merged) {
      const rule = trim ? trimmed(one.text) : one.text;
      if (rule !== '') this.note(this.apply(rule, one), rule, one, false);
    }
    return {
      refused: this.refused,
      unknown: this.unknown,
      conditional: this.conditional,
      user: {
        enabled: this.enabled,
        nopass: this.nopass,
        passwords: [...this.passwords.values()],
        root: this.root,
        selectors: this.selectors,
      },
    };
  }

  private apply(rule: string, merged: MergedRule): Outcome {
    const text = untilNul(rule);
    if (this.applyFlag(text.toLowerCase())) return undefined;
    switch (text.charAt(0)) {
      case '>':
      case '#':
        return this.addPassword(rule, merged.first);
      case '<':
      case '!':
        return this.removePassword(rule);
      case '(':
        if (this.dialect.since7 && rule.endsWith(')')) return this.addSelector(rule, merged);
        return 'syntax';
      default:
        return applyPermission(this.root, text, rule, ACL_CATEGORIES, this.dialect);
    }
  }

  private applyFlag(flag: string): boolean {
    switch (flag) {
      case 'on':
      case 'off':
        this.enabled = flag === 'on';
        return true;
      case 'nopass':
      case 'resetpass':
        this.nopass = flag === 'nopass';
        this.passwords.clear();
        return true;
      case 'reset':
        this.enabled = false;
        this.nopass = false;
        this.passwords.clear();
        this.root.reset();
        this.selectors = [];
        return true;
      case 'sanitize-payload':
      case 'skip-sanitize-payload':
        return this.dialect.channels;
      case 'clearselectors':
        if (this.dialect.since7) this.selectors = [];
        return this.dialect.since7;
      default:
        return false;
    }
  }

  private addPassword(rule: string, at: number): Outcome {
    const value = rule.slice(1);
    const clear = rule.startsWith('>');
    if (!clear && !HASH.test(value)) return 'bad-hash';
    const key = this.passwordKey(value, clear);
    if (!this.passwords.has(key)) this.passwords.set(key, { at, clear: clear ? value : undefined });
    this.nopass = false;
    return undefined;
  }

  private removePassword(rule: string): Outcome {
    const value = rule.slice(1);
    const clear = rule.startsWith('<');
    if (!clear && !HASH.test(value)) return 'bad-hash';
    return this.passwords.delete(this.passwordKey(value, clear)) ? undefined : 'no-such-password';
  }

  private passwordKey(value: string, clear: boolean): string {
    if (!clear) return `#${value}`;
    return this.hashes ? `#${sha256(value)}` : `>${value}`;
  }

  private addSelector(rule: string, merged: MergedRule): Outcome {
    const selector = new Permissions();
    for (const inner of selectorRules(rule, this.dialect)) {
      const outcome = applyPermission(selector, untilNul(inner), inner, ACL_CATEGORIES, this.dialect);
      this.note(outcome, inner, merged, true);
    }
    this.selectors.push(selector);
    return undefined;
  }

  private note(outcome: Outcome, rule: string, { first, last }: MergedRule, inSelector: boolean): void {
    if (outcome === undefined) return;
    const place = { first, last, rule, inSelector };
    switch (outcome) {
      case 'if-all-channels':
      case 'if-patched':
        this.conditional.push({ kind: outcome, ...place });
        break;
      case 'unknown-command':
      case 'unknown-category':
        this.unknown.push({ kind: outcome, ...place });
        break;
      default:
        this.refused.push({ kind: outcome, ...place });
    }
  }
}

function alone(rules: readonly string[]): readonly MergedRule[] {
  return rules.map((text, at) => ({ text, first: at, last: at }));
}

/** Without the tabs and line breaks around it. A regular expression would look at inner runs again and again. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && '\t\r\n'.includes(text.charAt(start))) start++;
  while (end > start && '\t\r\n'.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Keywords and names are C strings to the servers, which end at a NUL. */
function untilNul(text: string): string {
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
}
