import type { Directive, DirectiveFacts } from '../catalogue/catalogue';
import { certain, choice, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import { lenientInteger } from '../numbers';
import type { DirectiveRule, LineReport } from '../rule';
import type { Word } from '../syntax';
import { memoryMeaning, readInteger } from '../values';
import { shown, stopsHere } from '../wording';

const LONGEST_UNDERSTOOD = 100;
const INT32_MAX = 2147483647n;
const INT64_MAX = 9223372036854775807n;

/** A number that is none, or out of the range of the target. */
export const integerValue: DirectiveRule = {
  id: 'integer-value',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  types: ['int'],
  title: 'A number is no whole number, or out of range',
  check: ({ directive, name, args }) => {
    const value = args[0];
    if (!value) return undefined;
    const { facts } = directive;
    if (facts.lenientParse) {
      const read = lenientInteger(directive.key, value.text);
      return outOfRange(name.text, value, read, directive, facts.errors?.[0]);
    }
    const read = readInteger(value.text);
    if (read === undefined) {
      return {
        span: value,
        message: `"${name.text}" takes a whole number${unitOf(directive)}, ${describeRange(facts)}; ${shown(value.text)} is none. ${stopsHere("argument couldn't be parsed into an integer")}`,
        fixes: nearNumber(value, directive),
      };
    }
    return outOfRange(name.text, value, read, directive, undefined);
  },
};

function outOfRange(
  name: string,
  value: Word,
  read: bigint,
  directive: Directive,
  reason: string | undefined,
): LineReport | undefined {
  const { facts, entry } = directive;
  const bound = brokenBound(read, facts);
  if (bound === undefined) return undefined;
  const { min, max } = boundsOf(facts);
  const reads = read.toString() === value.text ? '' : ` (this server reads ${shown(value.text)} as ${read})`;
  const nearest = choice(`Change to ${bound}, the nearest value allowed`, replaceSpan(value, bound.toString()));
  const preset = facts.default === undefined ? undefined : facts.default.toString();
  const toDefault =
    preset === undefined || preset === bound.toString()
      ? []
      : [choice(`Change to ${preset}, the default`, replaceSpan(value, preset))];
  return {
    span: value,
    message: `"${name}" must be ${describeRange(facts)}${reads}. ${stopsHere(reason ?? `argument must be between ${min} and ${max} inclusive`)}`,
    // The port next to a wrong one is as wrong.
    fixes: entry.unit === 'TCP port' && toDefault.length > 0 ? toDefault : [nearest, ...toDefault],
  };
}

function boundsOf(facts: DirectiveFacts): { min: bigint | undefined; max: bigint | undefined } {
  return {
    min: facts.min === undefined ? undefined : BigInt(facts.min),
    max: facts.max === undefined ? undefined : BigInt(facts.max),
  };
}

/** The bound of the facts that a number breaks. */
function brokenBound(read: bigint, facts: DirectiveFacts): bigint | undefined {
  const { min, max } = boundsOf(facts);
  // Where the upper bound needs all 64 bits, the servers compare without sign: -1 is the largest number.
  const compared = max !== undefined && max > INT64_MAX ? BigInt.asUintN(64, read) : read;
  if (min !== undefined && compared < min) return min;
  return max !== undefined && compared > max ? max : undefined;
}

/** Bounds that only come from the width of the number are not worth a word. */
function describeRange(facts: DirectiveFacts): string {
  const { min, max } = boundsOf(facts);
  const highest = max !== undefined && max < INT32_MAX ? max : undefined;
  if (highest !== undefined) return min === undefined ? `${highest} or less` : `from ${min} to ${highest}`;
  return min === undefined ? `up to ${max ?? INT64_MAX}` : `${min} or more`;
}

function unitOf({ entry }: Directive): string {
  return UNIT_OF_FACTS[entry.unit ?? ''] === undefined ? '' : ` of ${entry.unit}`;
}

/** Microseconds in the units of time that people write. */
const TIMES: Readonly<Record<string, bigint>> = {
  us: 1n,
  ms: 1_000n,
  s: 1_000_000n,
  sec: 1_000_000n,
  m: 60_000_000n,
  min: 60_000_000n,
  h: 3_600_000_000n,
};
const UNIT_OF_FACTS: Readonly<Record<string, bigint>> = {
  microseconds: 1n,
  milliseconds: 1_000n,
  seconds: 1_000_000n,
  minutes: 60_000_000n,
};

/**
 * The number that was meant. Where there is no doubt it is certain: `+5`, `010`, `" 5"`, `5.0`, `=5`, `5;`, and `60s` for
 * a directive that counts seconds. `1m` of a directive that counts no time is a choice, 1000000.
 */
function nearNumber(value: Word, directive: Directive): Fix[] {
  if (value.text.length > LONGEST_UNDERSTOOD) return [];
  const text = value.text.trim().replace(/^=|[,;]$/g, '');
  const plain = /^(-?)\+?0*(\d+)(?:\.0+)?$/.exec(text);
  if (plain) {
    const number = BigInt(`${plain[1]}${plain[2]}`);
    const taken = readInteger(number.toString()) !== undefined && brokenBound(number, directive.facts) === undefined;
    return taken ? [certain(`Change to ${number}`, replaceSpan(value, number.toString()))] : [];
  }
  const time = timeMeaning(text, directive.entry.unit);
  const number = time?.number ?? memoryMeaning(text.replace(/_|%$/g, ''));
  if (number === undefined || brokenBound(number, directive.facts) !== undefined) return [];
  const fix = time?.exact ? certain : choice;
  return [fix(`Change to ${number}`, replaceSpan(value, number.toString()))];
}

/** A time with a unit in what the directive counts; undefined when it counts no time or the text is none. */
function timeMeaning(text: string, unit: string | undefined): { number: bigint; exact: boolean } | undefined {
  const match = /^(\d{1,18})(us|ms|s|sec|m|min|h)$/i.exec(text);
  const counted = UNIT_OF_FACTS[unit ?? ''];
  const written = TIMES[(match?.[2] ?? '').toLowerCase()];
  if (!match || counted === undefined || written === undefined) return undefined;
  const micros = BigInt(match[1] ?? '0') * written;
  const exact = micros % counted === 0n;
  return { number: exact ? micros / counted : micros / counted + 1n, exact };
}
