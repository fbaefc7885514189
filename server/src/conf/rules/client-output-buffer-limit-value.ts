import { closest } from 'fastest-levenshtein';
import { type Argument, argumentsSpan, argumentTexts } from '../arguments';
import { certain, choice, replaceSpan } from '../fix';
import type { Fix, Span } from '../finding';
import { isWholeWord } from '../memoryArguments';
import type { DirectiveLine, DirectiveRule, LineReport, RuleEnvironment } from '../rule';
import { sizeFixes } from '../sizes';
import { trailingComment } from '../slips';
import type { Word } from '../syntax';
import { atLeast } from '../target';
import { atoi, readMemoryUnsigned, sameWord, strtoll } from '../values';
import { shown, stopsHere } from '../wording';

const CLASSES = ['normal', 'slave', 'replica', 'pubsub'];
const SUGGESTED = ['normal', 'replica', 'pubsub'];

/** Output buffer limits that are not groups of class, hard limit, soft limit and seconds. */
export const clientOutputBufferLimitValue: DirectiveRule = {
  id: 'client-output-buffer-limit-value',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['client-output-buffer-limit'],
  title: 'Output buffer limits are not groups of class, hard limit, soft limit and seconds',
  check: (line, env) => (env.era < 7 ? checkOneGroup(line) : checkGroups(line, env)),
};

/** Up to 6.2: one group a line; limits that are no memory value count as 0. */
function checkOneGroup({ args, directive }: DirectiveLine): LineReport | undefined {
  const [limitClass, , , seconds] = args;
  if (limitClass && !isClass(limitClass.text)) {
    const reason =
      directive.facts.errors?.[0] ??
      "Unrecognized client limit class: the user specified an invalid one, or 'master' which has no buffer limits.";
    return classReport({ text: limitClass.text, word: limitClass }, reason);
  }
  if (seconds && atoi(seconds.text) < 0) {
    return {
      span: seconds,
      message: `The seconds of the soft limit cannot be negative. ${stopsHere('Negative number of seconds in soft limit is invalid')}`,
      fixes: [choice('Change to 0', replaceSpan(seconds, '0'))],
    };
  }
  return undefined;
}

/** Since 7.0: one or more groups, each part checked. */
function checkGroups(line: DirectiveLine, env: RuleEnvironment): LineReport | undefined {
  const given = argumentTexts(line, env);
  if (given.length % 4 !== 0) {
    const reason = 'Wrong number of arguments in buffer limit configuration.';
    return (
      trailingComment(line, reason) ?? {
        span: surplus(line, given),
        message: `"${line.name.text}" takes groups of four: class, hard limit, soft limit and seconds, such as "replica 256mb 64mb 60". ${stopsHere(reason)}`,
      }
    );
  }
  for (let at = 0; at < given.length; at += 4) {
    const report = checkGroup(given.slice(at, at + 4), env);
    if (report) return report;
  }
  return undefined;
}

function checkGroup(group: readonly Argument[], env: RuleEnvironment): LineReport | undefined {
  const [limitClass, hard, soft, seconds] = group;
  if (limitClass && !isClass(limitClass.text)) {
    return classReport(limitClass, 'Invalid client class specified in buffer limit configuration.');
  }
  const strict = atLeast(env.target, 'valkey', '9.0.0');
  const reason = 'Error in hard, soft or soft_seconds setting in buffer limit configuration.';
  const limit = [hard, soft].find((each) => each && readMemoryUnsigned(each.text, strict) === undefined);
  if (limit) {
    return {
      span: limit.word,
      message: `A limit is bytes, or a number with the unit k, kb, m, mb, g or gb; ${shown(limit.text)} is none. ${stopsHere(reason)}`,
      fixes: isWholeWord(limit) ? sizeFixes(limit.word) : [],
    };
  }
  if (!seconds || isSeconds(seconds.text)) return undefined;
  return {
    span: seconds.word,
    message: `The last part of a group is a number of seconds, 0 or more; ${shown(seconds.text)} is none. ${stopsHere(reason)}`,
    fixes: isWholeWord(seconds) ? secondsFixes(seconds.word) : [],
  };
}

function isClass(text: string): boolean {
  return CLASSES.some((name) => sameWord(name, text));
}

function classReport(limitClass: Argument, reason: string): LineReport {
  const { text, word } = limitClass;
  const primary = sameWord(text, 'master') || sameWord(text, 'primary') ? '; the link to a primary has no limit' : '';
  const nearest = closest(text.toLowerCase(), SUGGESTED);
  const names = [nearest, ...SUGGESTED.filter((name) => name !== nearest)];
  return {
    span: word,
    message: `The client class is "normal", "replica" or "pubsub", and ${shown(text)} is none${primary}. ${stopsHere(reason)}`,
    fixes: isWholeWord(limitClass) ? names.map((name) => choice(`Change to "${name}"`, replaceSpan(word, name))) : [],
  };
}

/** The arguments that make no whole group; all of them when there is no whole group at all. */
function surplus(line: DirectiveLine, given: readonly Argument[]): Span {
  const first = given[given.length - (given.length % 4)];
  return given.length < 4 || !first ? argumentsSpan(line) : { start: first.word.start, end: argumentsSpan(line).end };
}

/** The server keeps the seconds in 32 bits, and looks at them only then. */
function isSeconds(text: string): boolean {
  const { value, rest } = strtoll(text);
  return rest === text.length && BigInt.asIntN(32, value) >= 0n;
}

function secondsFixes(word: Word): Fix[] {
  const number = /^=?(\d{1,9})(?:s|sec|,|;)$/i.exec(word.text)?.[1];
  return number === undefined ? [] : [certain(`Change to ${number}`, replaceSpan(word, number))];
}
