import type { DirectiveFacts } from '../catalogue/catalogue';
import { choice, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import type { DirectiveRule, LineReport, RuleEnvironment } from '../rule';
import type { Word } from '../syntax';
import { atLeast } from '../target';
import { readMemorySigned, readMemoryUnsigned, readPercent } from '../values';

/**
 * What the target makes of a memory value, in bytes; undefined when it refuses it.
 * 5.0 refuses nothing: a bad value is 0 there. 6.x has signed numbers, 7.0 and later unsigned ones; both wrap.
 */
export function readMemory(text: string, env: RuleEnvironment): bigint | undefined {
  if (env.era === 5) return readMemorySigned(text) ?? 0n;
  if (env.era === 6) {
    const read = readMemorySigned(text);
    return read !== undefined && read >= 0n ? read : undefined;
  }
  return readMemoryUnsigned(text, atLeast(env.target, 'valkey', '9.0.0'));
}

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
    if (facts.type === 'percent-or-memory') {
      const percent = readPercent(value.text);
      if (percent !== undefined) {
        if (percent <= 100n) return undefined;
        return {
          span: value,
          message: `"${name.text}" cannot be more than 100%. The server stops here: percentage argument must be less or equal to 100.`,
          fixes: [choice('Change to 100%', replaceSpan(value, '100%'))],
        };
      }
    }
    const read = facts.signedMemory && value.text === '-1' ? -1n : readMemory(value.text, env);
    if (read !== undefined) return outOfRange(name.text, value, read, facts);
    const kind = facts.type === 'memory' ? 'a memory value' : 'a memory or percent value';
    return {
      span: value,
      message: `"${name.text}" takes bytes with an optional unit b, k, kb, m, mb, g or gb (k is 1000, kb is 1024), without a fraction or a blank; "${value.text}" is none. The server stops here: argument must be ${kind}.`,
      fixes: nearSize(value),
    };
  },
};

function outOfRange(name: string, value: Word, read: bigint, facts: DirectiveFacts): LineReport | undefined {
  const min = facts.min === undefined ? undefined : BigInt(facts.min);
  const max = facts.max === undefined ? undefined : BigInt(facts.max);
  const signed = max !== undefined && max > 9223372036854775807n ? read : BigInt.asIntN(64, read);
  if ((min === undefined || signed >= min) && (max === undefined || signed <= max)) return undefined;
  const reads = /^\d+$/.test(value.text) && BigInt(value.text) === signed ? '' : ` ("${value.text}" is read as ${signed})`;
  const bound = min !== undefined && signed < min ? min : (max ?? 0n);
  return {
    span: value,
    message: `"${name}" must be at least ${min ?? 0n}${max === undefined ? '' : ` and at most ${max}`} bytes${reads}. The server stops here: ${facts.lenientParse && facts.errors?.[0] ? facts.errors[0] : `argument must be between ${min} and ${max} inclusive`}.`,
    fixes: [choice(`Change to ${bound}, the nearest value allowed`, replaceSpan(value, bound.toString()))],
  };
}

const FACTORS: Readonly<Record<string, { unit: string; factor: number; smaller: string }>> = {
  k: { unit: 'kb', factor: 1024, smaller: 'b' },
  m: { unit: 'mb', factor: 1024, smaller: 'kb' },
  g: { unit: 'gb', factor: 1024, smaller: 'mb' },
  t: { unit: 'tb', factor: 1024, smaller: 'gb' },
};

/** The sizes that were probably meant: `1.5gb` is 1536mb, `1gib` and `1 gb` are 1gb, `2t` is 2048gb. */
function nearSize(value: Word): Fix[] {
  const match = /^(\d+)(\.\d+)?\s*([kmgt])(?:i?b)?(?:ytes?)?$/i.exec(value.text.trim());
  const step = FACTORS[(match?.[3] ?? '').toLowerCase()];
  if (!match || !step) return [];
  const number = Number(`${match[1]}${match[2] ?? ''}`);
  const whole = match[2] === undefined && step.unit !== 'tb';
  const size = whole ? `${match[1]}${step.unit}` : `${Math.round(number * step.factor)}${step.smaller}`;
  return [choice(`Change to ${size}`, replaceSpan(value, size))];
}
