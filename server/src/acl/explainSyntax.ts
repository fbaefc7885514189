import { choice, replaceSpan } from '../conf/fix';
import type { Fix } from '../conf/finding';
import { targetLabel } from '../conf/target';
import type { AclDialect } from './dialect';
import type { Explanation, RulePlace } from './explanation';
import { nearestOf } from '../conf/nearest';
import { hasBlank } from './applyRule';
import type { RuleFault } from './setuser';
import { type RuleWords, spanOf } from './words';

const USER_WORDS = [
  'on',
  'off',
  'nopass',
  'resetpass',
  'reset',
  'clearselectors',
  'sanitize-payload',
  'skip-sanitize-payload',
];
const PERMISSION_WORDS = ['allkeys', 'resetkeys', 'allchannels', 'resetchannels', 'allcommands', 'nocommands'];
const LATER: Readonly<Record<string, string>> = {
  allchannels: '6.2',
  resetchannels: '6.2',
  '&*': '6.2',
  'sanitize-payload': '6.2',
  'skip-sanitize-payload': '6.2',
  clearselectors: '7.0',
  alldbs: 'Valkey 9.1',
  resetdbs: 'Valkey 9.1',
};

/** Explains a word that is no rule of the target at its place. Words that may be passwords are never shown. */
export function explainSyntax(fault: RuleFault, rules: RuleWords, dialect: AclDialect, place: RulePlace): Explanation {
  const { rule } = fault;
  const lower = rule.toLowerCase();
  const first = rule.charAt(0);
  const later = Object.hasOwn(LATER, lower) ? LATER[lower] : laterByFirst(first, lower, dialect);
  if (later && (!fault.inSelector || !USER_WORDS.includes(lower)))
    return tooNew(shownStart(rule, lower), later, dialect);
  if ('~&%'.includes(first) && first !== '' && hasBlank(rule)) {
    return plain('A pattern cannot hold blanks, tabs or line breaks.');
  }
  if (first === '%')
    return plain('"%" is followed by R, W or both, each once, then by "~" and a pattern: "%R~cache:*".');
  if (first === '+') return plain(`The name of a sub-command is missing behind "${rule.slice(0, 60)}".`);
  if (lower.startsWith('db=')) return plain('"db=" takes whole numbers, separated by commas without blanks: "db=0,1".');
  if (fault.inSelector) return inSelector(fault, first, lower);
  if (rule === ')') return plain('This ")" closes nothing: a selector begins with "(".');
  if (first === '(') return plain('A selector begins with "(" and its last word ends with ")".');
  return word(fault, rules, dialect, place);
}

function plain(message: string, fixes: readonly Fix[] = []): Explanation {
  return { message, fixes };
}

function laterByFirst(first: string, lower: string, dialect: AclDialect): string | undefined {
  if (first === '&') return dialect.channels ? undefined : '6.2';
  if (first === '%' || first === '(') return dialect.since7 ? undefined : '7.0';
  return lower.startsWith('db=') && !dialect.databases ? 'Valkey 9.1' : undefined;
}

function shownStart(rule: string, lower: string): string {
  if (Object.hasOwn(LATER, lower)) return rule;
  return lower.startsWith('db=') ? 'db=' : rule.charAt(0);
}

function tooNew(rule: string, version: string, dialect: AclDialect): Explanation {
  return plain(`${targetLabel(dialect.target)} does not know the ACL rule "${rule}": it came with ${version}.`);
}

function inSelector(fault: RuleFault, first: string, lower: string): Explanation {
  if ('><#!'.includes(first) && first !== '')
    return plain('A password belongs to the user and cannot stand inside a selector.');
  if (first === '(') return plain('A selector cannot stand inside another one.');
  if (USER_WORDS.includes(lower)) {
    return plain(
      `"${fault.rule}" belongs to the user and cannot stand inside a selector: only rules for commands, keys and channels can.`,
    );
  }
  return plain('This word is no rule of a selector: only rules for commands, keys and channels can stand inside one.');
}

function word(fault: RuleFault, rules: RuleWords, dialect: AclDialect, place: RulePlace): Explanation {
  const { rule } = fault;
  const span = spanOf(fault, rules);
  const replace = (by: string): Fix => choice(`Change to "${by}"`, replaceSpan(span, by));
  if (place === 'file' && /["']/.test(rule)) {
    return plain(
      'An ACL file knows no quotes: rules are separated by single blanks, and a quote is a character like any other.',
    );
  }
  let length = rule.length;
  while (length > 0 && ',;'.includes(rule.charAt(length - 1))) length--;
  if (length > 0 && length < rule.length) {
    return plain('Rules are separated by blanks only; "," and ";" belong to the word before them.', [
      choice('Remove the separator', replaceSpan({ start: span.end - (rule.length - length), end: span.end }, '')),
    ]);
  }
  if (dialect.commands.has(rule))
    return plain(`A command is allowed by "+${rule}" and forbidden by "-${rule}".`, [replace(`+${rule}`)]);
  if (/^@[a-z]+$/i.test(rule))
    return plain(`A category is allowed by "+${rule}" and forbidden by "-${rule}".`, [replace(`+${rule}`)]);
  const known = [...USER_WORDS, ...PERMISSION_WORDS].filter((name) => !Object.hasOwn(LATER, name) || dialect.since7);
  const nearest = nearestOf(rule, known);
  const meant = nearest ? ` Perhaps "${nearest}" is meant.` : '';
  return plain(
    `This word is no ACL rule of ${targetLabel(dialect.target)}.${meant} A password stands behind ">", a key pattern behind "~", a command behind "+" or "-".`,
    nearest ? [replace(nearest)] : [],
  );
}
