import type { Fix } from '../finding';
import { choice, replaceSpan } from '../fix';
import { zeroMeans } from '../memoryArguments';
import { lenientInteger } from '../numbers';
import type { DirectiveLine, DirectiveRule, RuleEnvironment } from '../rule';
import { sizeFixes } from '../sizes';
import type { Word } from '../syntax';
import { atoi, groupDigits, readMemorySigned, strtoll } from '../values';
import { shown } from '../wording';

/** What an old server makes of a word that does not say it. */
interface Misreading {
  readonly word: Word;
  readonly reads: string;
  readonly because: string;
  readonly fixes: readonly Fix[];
}

const NO_DIGITS = 'what does not begin with a digit counts as 0';
const CUT_OFF = 'it takes the digits at the beginning and drops the rest without a word';
const NO_SIZE = 'what is no size counts as 0';

/** Up to 6.2 some values are read with C functions that never fail. */
export const valueReadAsSomethingElse: DirectiveRule = {
  id: 'value-read-as-something-else',
  group: 'traps',
  severity: 'warning',
  scope: 'directive',
  title: 'An old server reads the value as something else',
  check: (line, env) => {
    const misread = env.era === 7 ? undefined : misreading(line, env);
    if (!misread) return undefined;
    const { word, reads, because, fixes } = misread;
    return {
      span: word,
      message: `This server reads ${shown(word.text)} as ${reads}: ${because}. Newer versions refuse the line.`,
      fixes,
    };
  },
};

function misreading(line: DirectiveLine, env: RuleEnvironment): Misreading | undefined {
  const { args, directive } = line;
  const [first, second, third, fourth] = args;
  switch (directive.key) {
    case 'save':
      return args.length === 2 ? (cNumber(first, atoi) ?? cNumber(second, atoi)) : undefined;
    case 'replicaof':
      return env.era === 5 ? cNumber(second, atoi) : undefined;
    case 'client-output-buffer-limit':
      return size(second, directive.key) ?? size(third, directive.key) ?? cNumber(fourth, atoi);
    case 'unixsocketperm':
      return octal(first);
    default:
      break;
  }
  const { type, lenientParse } = directive.facts;
  if (type === 'int' && lenientParse) return cNumber(first, (text) => lenientInteger(directive.key, text));
  return type === 'memory' && env.era === 5 ? size(first, directive.key) : undefined;
}

function cNumber(word: Word | undefined, read: (text: string) => bigint | number): Misreading | undefined {
  if (!word) return undefined;
  const digits = /^[ \t\n\v\f\r]*[+-]?\d+/.exec(word.text)?.[0];
  const value = BigInt(read(word.text));
  const whole = digits !== undefined && digits.length === word.text.length;
  if (whole && BigInt(word.text.trim().replace('+', '')) === value) return undefined;
  const because = digits === undefined ? NO_DIGITS : whole ? 'the number is too large and wraps around' : CUT_OFF;
  return { word, reads: value.toString(), because, fixes: [asRead(word, value.toString())] };
}

function size(word: Word | undefined, key: string): Misreading | undefined {
  if (!word) return undefined;
  const value = readMemorySigned(word.text);
  if (value === undefined) {
    return { word, reads: `0${zeroMeans(key)}`, because: NO_SIZE, fixes: [...sizeFixes(word), asRead(word, '0')] };
  }
  if (!word.text.startsWith('-') || value >= 0n) return undefined;
  const wrapped = BigInt.asUintN(64, value);
  return {
    word,
    reads: `${groupDigits(wrapped)} bytes`,
    because: 'a negative size wraps around',
    fixes: [asRead(word, '0')],
  };
}

function octal(word: Word | undefined): Misreading | undefined {
  if (!word || /^[ \t\n\v\f\r]*[0-7]+$/.test(word.text)) return undefined;
  const mode = strtoll(word.text, 8).value.toString(8);
  return {
    word,
    reads: mode === '0' ? '0, which leaves the permissions to the umask' : mode,
    because: 'it takes the octal digits at the beginning and drops the rest without a word',
    fixes: ['770', '700'].map((wanted) => choice(`Change to ${wanted}`, replaceSpan(word, wanted))),
  };
}

function asRead(word: Word, value: string): Fix {
  return choice(`Change to ${value}`, replaceSpan(word, value));
}
