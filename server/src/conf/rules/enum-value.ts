import { closest, distance } from 'fastest-levenshtein';
import { type Argument, argumentsSpan, argumentTexts } from '../arguments';
import { certain, choice, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import { own } from '../own';
import type { DirectiveLine, DirectiveRule, LineReport, RuleEnvironment } from '../rule';
import { trailingComment } from '../slips';
import { quoteWord } from '../syntax';
import { booleanMeaning, sameWord } from '../values';
import { anyOf, shown, stopsHere } from '../wording';

const MOST_SUGGESTIONS = 8;
const LONGEST_COMPARED = 100;

/** Words of other programs, and the nearest thing here. */
const HABITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  loglevel: { trace: 'debug', info: 'notice', error: 'warning', err: 'warning', fatal: 'warning' },
  'maxmemory-policy': { lru: 'allkeys-lru', lfu: 'allkeys-lfu', random: 'allkeys-random', ttl: 'volatile-ttl' },
};

/** A word that is none of those that the directive takes. */
export const enumValue: DirectiveRule = {
  id: 'enum-value',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  types: ['enum'],
  title: 'A word is none of those that the directive takes',
  check: (line, env) => {
    const values = line.directive.facts.values ?? [];
    const reason =
      line.directive.facts.errors?.[0] ??
      `argument${env.era === 7 ? '(s)' : ''} must be one of the following: ${values.join(', ')}`;
    const given = argumentTexts(line, env);
    if (given.length === 0) {
      return { span: line.name, message: `"${line.name.text}" needs a word. ${stopsHere(reason)}` };
    }
    const bad = given.find(({ text }) => !values.some((value) => sameWord(value, text)));
    if (!bad) return exclusive(line, given);
    const comment = trailingComment(line, reason);
    if (comment && bad.text.startsWith('#')) return comment;
    // Most servers list the words themselves.
    const words = values.every((value) => reason.includes(value)) ? '' : `, but ${anyOf(values)}`;
    return {
      span: bad.word,
      message: `"${line.name.text}" does not take ${shown(bad.text)}${words}. ${stopsHere(reason)}`,
      fixes: suggestions(line, bad, given, env),
    };
  },
};

/** `save` and `nosave` together: the only combination of words that is refused. */
function exclusive(line: DirectiveLine, given: readonly Argument[]): LineReport | undefined {
  if (!line.directive.key.startsWith('shutdown-on-')) return undefined;
  const words = ['save', 'nosave'];
  if (!words.every((word) => given.some(({ text }) => sameWord(text, word)))) return undefined;
  return {
    span: argumentsSpan(line),
    message: `"save" and "nosave" contradict each other. ${stopsHere("shutdown options SAVE and NOSAVE can't be used simultaneously")}`,
  };
}

/** The words that may stand in the place of the bad one, the most similar first. */
function suggestions(line: DirectiveLine, bad: Argument, given: readonly Argument[], env: RuleEnvironment): Fix[] {
  const { key, facts } = line.directive;
  const values = facts.values ?? [];
  const lower = bad.text
    .trim()
    .toLowerCase()
    .replace(/^=|[,;]$/g, '');
  const meant = booleanMeaning(lower);
  const word = values.find((value) => sameWord(value, meant === undefined ? lower : meant ? 'yes' : 'no'));
  // In a directive that is more than a switch, "off" may not be what its "no" does.
  const sure = meant === undefined || (values.includes('yes') && values.includes('no'));
  if (word) return [(sure ? certain : choice)(`Change to "${word}"`, put(word, bad, given))];
  const used = env.era < 7 ? [] : given.map(({ text }) => text.toLowerCase());
  const others = values.filter((value) => !used.includes(value));
  const best = own(own(HABITS, key) ?? {}, lower) ?? nearestOf(lower, others);
  const sorted = best === undefined ? others : [best, ...others.filter((value) => value !== best)];
  return sorted.slice(0, MOST_SUGGESTIONS).map((value) => choice(`Change to "${value}"`, put(value, bad, given)));
}

function nearestOf(text: string, values: readonly string[]): string | undefined {
  if (values.length === 0 || text.length > LONGEST_COMPARED) return undefined;
  const nearest = closest(text, [...values]);
  return distance(text, nearest) <= Math.max(1, text.length / 2) ? nearest : undefined;
}

/** Replaces one word; of a quoted list the others stay. */
function put(value: string, bad: Argument, given: readonly Argument[]): ReturnType<typeof replaceSpan> {
  const ofWord = given.filter(({ word }) => word === bad.word);
  const texts = ofWord.map((argument) => (argument === bad ? value : argument.text));
  return replaceSpan(bad.word, texts.length === 1 ? value : quoteWord(texts.join(' ')));
}
