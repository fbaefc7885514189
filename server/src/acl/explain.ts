import { ACL_CATEGORIES, describeCommand } from '../conf/catalogue/commands';
import { certain, choice, insertLineBefore, replaceSpan } from '../conf/fix';
import type { Fix, Span } from '../conf/finding';
import { targetLabel } from '../conf/target';
import type { AclDialect } from './dialect';
import type { Explanation, RulePlace } from './explanation';
import { explainSyntax } from './explainSyntax';
import { nearestOf } from '../conf/nearest';
import type { RuleFault } from './setuser';
import { removeRule, type RuleWords, spanOf } from './words';

/** Explains a fault of the rules of one user. */
export function explainFault(fault: RuleFault, rules: RuleWords, dialect: AclDialect, place: RulePlace): Explanation {
  switch (fault.kind) {
    case 'syntax':
      return explainSyntax(fault, rules, dialect, place);
    case 'after-all-keys':
      return afterAll(fault, rules, 'keys', 'pattern');
    case 'after-all-channels':
      return afterAll(fault, rules, 'channels', 'channel');
    case 'unknown-command':
      return unknownCommand(fault, rules, dialect);
    case 'unknown-category':
      return unknownCategory(fault, rules);
    case 'argument-of-subcommand':
      return {
        message: `"${fault.rule}" would allow one argument of a sub-command, and rules go no deeper than the sub-command.`,
        fixes: shorten(fault, rules),
      };
    case 'part-of-whole': {
      const command = fault.rule.slice(1).split('|', 1)[0] ?? '';
      const before = { start: spanOf(fault, rules).start, end: spanOf(fault, rules).start };
      return {
        message: `All of "${command}" is allowed already, and ${targetLabel(dialect.target)} then takes no rule for a part of it. Take the command away first.`,
        fixes: [choice(`Put "-${command}" before it`, replaceSpan(before, `-${command} `))],
      };
    }
    case 'database-range':
      return { message: 'A database number is from 0 to 2147483647.', fixes: [] };
    case 'no-such-password':
      return {
        message:
          'The user has no such password at this place, and each line starts with a new user: there is nothing to take away.',
        fixes: remove(fault, rules, 'Remove the rule'),
      };
    case 'bad-hash':
      return badHash(fault, rules);
    case 'open-selector':
      return {
        message: 'No word after this "(" ends with ")", so the selector stays open.',
        fixes: [choice('Close the selector at the end of the line', replaceSpan(endOf(rules), ')'))],
      };
  }
}

function endOf({ words, from }: RuleWords): { start: number; end: number } {
  const end = words.at(-1)?.end ?? from;
  return { start: end, end };
}

function remove(fault: RuleFault, rules: RuleWords, title: string): Fix[] {
  const edit = removeRule(fault, rules);
  return edit ? [choice(title, edit)] : [];
}

function afterAll(fault: RuleFault, rules: RuleWords, what: 'keys' | 'channels', one: string): Explanation {
  const { start } = spanOf(fault, rules);
  return {
    message: `All ${what} are allowed already, so one more ${one} would change nothing and is refused. Remove it, or put "reset${what}" before it to allow only what follows.`,
    fixes: [
      ...remove(fault, rules, 'Remove the pattern'),
      choice(`Put "reset${what}" before it`, replaceSpan({ start, end: start }, `reset${what} `)),
    ],
  };
}

function shorten(fault: RuleFault, rules: RuleWords): Fix[] {
  const span = spanOf(fault, rules);
  const shorter = fault.rule.slice(0, fault.rule.lastIndexOf('|'));
  if (rules.text.slice(span.start, span.end) !== fault.rule) return [];
  return [choice(`Change to "${shorter}"`, replaceSpan(span, shorter))];
}

function unknownCommand(fault: RuleFault, rules: RuleWords, dialect: AclDialect): Explanation {
  const name = fault.rule.slice(1);
  const shown = name.slice(0, 60);
  const target = targetLabel(dialect.target);
  if (name === '') return { message: `The name of a command is missing behind "${fault.rule}".`, fixes: [] };
  if (!dialect.since7 && name.includes('|')) {
    return {
      message: `${target} cannot forbid one sub-command: rules such as "-config|get" came with 7.0. Forbid the whole command and allow the other sub-commands.`,
      fixes: [],
    };
  }
  const elsewhere = describeCommand(name);
  if (elsewhere) return { message: `${target} has no command "${shown}"; ${elsewhere} has it.`, fixes: [] };
  if (ACL_CATEGORIES.has(name.toLowerCase()) || name.toLowerCase() === 'all') {
    return {
      message: `"${shown}" is a category and no command: a category has "@" before its name.`,
      fixes: replacement(fault, rules, `${fault.rule.charAt(0)}@${name}`),
    };
  }
  const nearest = nearestOf(name, dialect.commands.names);
  const module = name.includes('.')
    ? ' A module can bring such a command: it must be loaded in the configuration.'
    : '';
  return {
    message: `${target} has no command "${shown}"${nearest ? `; "${nearest}" is one` : ''}.${module}`,
    fixes: nearest ? replacement(fault, rules, `${fault.rule.charAt(0)}${nearest}`) : [],
  };
}

function unknownCategory(fault: RuleFault, rules: RuleWords): Explanation {
  const name = fault.rule.slice(2);
  const nearest = nearestOf(name, [...ACL_CATEGORIES, 'all']);
  return {
    message: `"@${name.slice(0, 60)}" is no category${nearest ? `; "@${nearest}" is one` : ''}.`,
    fixes: nearest ? replacement(fault, rules, `${fault.rule.slice(0, 2)}${nearest}`) : [],
  };
}

function replacement(fault: RuleFault, rules: RuleWords, rule: string): Fix[] {
  const span = spanOf(fault, rules);
  if (rules.text.slice(span.start, span.end) !== fault.rule) return [];
  return [choice(`Change to "${rule}"`, replaceSpan(span, rule))];
}

/** Explains a comment that stands behind the rules of a user, up to the end of the line. */
export function explainComment(
  fault: RuleFault,
  rules: RuleWords,
  place: RulePlace,
): Explanation & { readonly span: Span } {
  const span = { start: spanOf(fault, rules).start, end: rules.words.at(-1)?.end ?? rules.from };
  const cut = replaceSpan({ start: rules.words[fault.first - 1]?.end ?? rules.from, end: span.end }, '');
  if (place === 'file') {
    return {
      span,
      message: 'An ACL file holds no comments: "#" begins a password hash here.',
      fixes: [choice('Remove the comment', cut)],
    };
  }
  const move = insertLineBefore(rules.text.slice(span.start, span.end));
  return {
    span,
    message: 'A comment cannot stand behind the rules of a user: "#" begins a password hash here.',
    fixes: [certain('Move the comment to a line of its own', move, cut)],
  };
}

function badHash(fault: RuleFault, rules: RuleWords): Explanation {
  const value = fault.rule.slice(1);
  const span = spanOf(fault, rules);
  if (/^[0-9a-f]{64}$/i.test(value)) {
    const fix = rules.text.slice(span.start, span.end) === fault.rule;
    return {
      message: 'A password hash is written with lower-case digits a to f.',
      fixes: fix ? [certain('Change to lower case', replaceSpan(span, fault.rule.toLowerCase()))] : [],
    };
  }
  const clear = fault.rule.startsWith('#') ? '>' : '<';
  return {
    message: `A password hash is a SHA-256 of 64 digits (0 to 9, a to f), and this one has ${value.length} characters. A password in clear text stands behind "${clear}".`,
    fixes: [],
  };
}
