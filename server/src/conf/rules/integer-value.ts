import type { DirectiveFacts } from '../catalogue/catalogue';
import { certain, choice, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import type { DirectiveRule, LineReport } from '../rule';
import type { Word } from '../syntax';
import { atoi, memoryMeaning, readInteger, strtoll } from '../values';

/** Directives that 5.0 reads with 64 bits; all others are cut to 32 and wrap. */
const WIDE_IN_5 = new Set([
  'busy-reply-threshold',
  'slowlog-log-slower-than',
  'latency-monitor-threshold',
  'slowlog-max-len',
  'cluster-node-timeout',
  'active-defrag-max-scan-fields',
]);

/** What 5.0 makes of the text of a number. */
export function lenientInteger(key: string, text: string): bigint {
  if (key === 'maxclients') return BigInt(atoi(text) >>> 0);
  return WIDE_IN_5.has(key) ? strtoll(text).value : BigInt(atoi(text));
}

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
      return outOfRange(name.text, value, read, facts, facts.errors?.[0]);
    }
    const read = readInteger(value.text);
    if (read === undefined) {
      return {
        span: value,
        message: `"${name.text}" takes a whole number such as ${example(facts)}; "${value.text}" is none. The server stops here: argument couldn't be parsed into an integer.`,
        fixes: nearNumber(value),
      };
    }
    return outOfRange(name.text, value, read, facts, undefined);
  },
};

function outOfRange(
  name: string,
  value: Word,
  read: bigint,
  facts: DirectiveFacts,
  reason: string | undefined,
): LineReport | undefined {
  const min = facts.min === undefined ? undefined : BigInt(facts.min);
  const max = facts.max === undefined ? undefined : BigInt(facts.max);
  if ((min === undefined || read >= min) && (max === undefined || read <= max)) return undefined;
  const bound = min !== undefined && read < min ? min : (max ?? min ?? 0n);
  const range =
    min !== undefined && max !== undefined ? `between ${min} and ${max}` : min !== undefined ? `${min} or more` : `${max} or less`;
  const reads = read.toString() === value.text ? '' : ` (this server reads "${value.text}" as ${read})`;
  const stops = reason ?? `argument must be between ${min} and ${max} inclusive`;
  return {
    span: value,
    message: `"${name}" must be ${range}${reads}. The server stops here: ${stops}.`,
    fixes: [choice(`Change to ${bound}, the nearest value allowed`, replaceSpan(value, bound.toString()))],
  };
}

function example(facts: DirectiveFacts): string {
  return facts.default === undefined ? '10' : String(facts.default);
}

/** The number that was meant, where there is no doubt: `+5`, `010`, `" 5"`, `5.0`, and `1k` for those who expect units. */
function nearNumber(value: Word): Fix[] {
  const text = value.text.trim();
  const plain = /^\+?0*(\d+)(?:\.0+)?$/.exec(text)?.[1];
  if (plain !== undefined) {
    const number = BigInt(plain).toString();
    return [certain(`Change to ${number}`, replaceSpan(value, number))];
  }
  if (/^-0+$/.test(text)) return [certain('Change to 0', replaceSpan(value, '0'))];
  const bytes = memoryMeaning(text);
  return bytes === undefined ? [] : [choice(`Change to ${bytes}`, replaceSpan(value, bytes.toString()))];
}
