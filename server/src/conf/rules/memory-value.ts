import type { DirectiveFacts } from '../catalogue/catalogue';
import { choice, replaceSpan } from '../fix';
import { readMemory } from '../numbers';
import type { DirectiveRule, LineReport } from '../rule';
import { sizeFixes } from '../sizes';
import type { Word } from '../syntax';
import { humanBytes, memoryMeaning, readInteger, readPercent } from '../values';
import { shown, stopsHere } from '../wording';

const INT64_MAX = 9223372036854775807n;
const TOO_MANY_PERCENT = 'percentage argument must be less or equal to 100';

/** A memory size that the target cannot read, or out of its range. */
export const memoryValue: DirectiveRule = {
  id: 'memory-value',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  types: ['memory', 'percent-or-memory'],
  title: 'A memory size is none, or out of range',
  check: ({ directive, name, args }, env) => {
    const value = args[0];
    if (!value) return undefined;
    const { facts } = directive;
    const percent = facts.type === 'percent-or-memory' ? readPercent(value.text) : undefined;
    if (percent !== undefined) return percent <= 100n ? undefined : overHundred(name.text, value);
    const read = readMemory(value.text, env, facts);
    if (read !== undefined) return outOfRange(name.text, value, read, facts);
    return {
      span: value,
      message: `${whyNone(name.text, value.text, facts)} ${stopsHere(refusal(value.text, facts))}`,
      fixes: sizeFixes(value).filter(({ edits }) => {
        const fixed = readMemory(edits[0]?.newText ?? '', env, facts);
        return fixed !== undefined && outOfRange(name.text, value, fixed, facts) === undefined;
      }),
    };
  },
};

function whyNone(name: string, text: string, { type, signedMemory }: DirectiveFacts): string {
  if (memoryMeaning(text) !== undefined) return `${shown(text)} is more than this server can count.`;
  const also = type === 'percent-or-memory' ? ', or a percentage' : signedMemory ? ', or -1' : '';
  const percent = type === 'memory' && text.endsWith('%') ? '; only "maxmemory-clients" takes a percentage' : '';
  return `"${name}" takes bytes, or a whole number with the unit k, kb, m, mb, g or gb${also}; ${shown(text)} is none${percent}.`;
}

function refusal(text: string, { type, signedMemory, max }: DirectiveFacts): string {
  // Where -1 has a meaning, other negative numbers are read too, and found to be too small.
  if (signedMemory && readInteger(text) !== undefined) return `argument must be between -1 and ${max} inclusive`;
  return `argument must be ${type === 'memory' ? 'a memory value' : 'a memory or percent value'}`;
}

function overHundred(name: string, value: Word): LineReport {
  return {
    span: value,
    message: `"${name}" cannot be more than 100%. ${stopsHere(TOO_MANY_PERCENT)}`,
    fixes: [choice('Change to 100%', replaceSpan(value, '100%'))],
  };
}

function outOfRange(name: string, value: Word, read: bigint, facts: DirectiveFacts): LineReport | undefined {
  const min = facts.min === undefined ? undefined : BigInt(facts.min);
  const max = facts.max === undefined ? undefined : BigInt(facts.max);
  const signed = max !== undefined && max > INT64_MAX ? read : BigInt.asIntN(64, read);
  if ((min === undefined || signed >= min) && (max === undefined || signed <= max)) return undefined;
  // The servers keep a percentage as a negative number, so a size that wraps to one is taken for it.
  if (facts.type === 'percent-or-memory' && signed < 0n) {
    return {
      span: value,
      message: `${shown(value.text)} is more than this server can count. ${stopsHere(TOO_MANY_PERCENT)}`,
    };
  }
  const reads =
    /^\d+$/.test(value.text) && BigInt(value.text) === signed
      ? ''
      : ` (this server reads ${shown(value.text)} as ${signed})`;
  // A size that wraps to a negative number was meant to be large.
  const bound = min !== undefined && signed < min && (memoryMeaning(value.text) ?? 0n) < min ? min : (max ?? 0n);
  const most = max === undefined || max >= INT64_MAX ? '' : ` and at most ${size(max)}`;
  const own = facts.lenientParse ? facts.errors?.[0] : undefined;
  return {
    span: value,
    message: `"${name}" must be at least ${size(min ?? 0n)}${most}${reads}. ${stopsHere(own ?? `argument must be between ${min} and ${max} inclusive`)}`,
    fixes: [choice(`Change to ${bound}, the nearest value allowed`, replaceSpan(value, bound.toString()))],
  };
}

function size(bytes: bigint): string {
  return bytes < 1024n ? `${bytes}` : `${bytes} (${humanBytes(bytes)})`;
}
