import type { Directive, DirectiveFacts } from './catalogue/catalogue';
import type { RuleEnvironment } from './rule';
import { atLeast } from './target';
import { atoi, memoryMeaning, readInteger, readMemorySigned, readMemoryUnsigned, strtoll } from './values';

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

/**
 * What the target makes of a memory value, in bytes; undefined when it refuses it.
 * 5.0 refuses nothing: a bad value is 0 there. 6.x has signed numbers, 7.0 and later unsigned ones; both wrap.
 */
export function readMemory(
  text: string,
  env: Pick<RuleEnvironment, 'target' | 'era'>,
  facts?: DirectiveFacts,
): bigint | undefined {
  if (env.era === 5 || facts?.lenientParse) return readMemorySigned(text) ?? 0n;
  if (facts?.signedMemory && text === '-1') return -1n;
  if (env.era === 6) {
    const read = readMemorySigned(text);
    return read !== undefined && read >= 0n ? read : undefined;
  }
  return readMemoryUnsigned(text, atLeast(env.target, 'valkey', '9.0.0'));
}

/** The number that the target works with, memory in bytes; undefined for what is no number. */
export function readNumber(
  directive: Directive,
  text: string,
  env: Pick<RuleEnvironment, 'target' | 'era'>,
): bigint | undefined {
  const { facts, key } = directive;
  switch (facts.type) {
    case 'int':
      return facts.lenientParse ? lenientInteger(key, text) : readInteger(text);
    case 'memory':
      return readMemory(text, env, facts);
    case 'percent-or-memory':
      return text.endsWith('%') ? undefined : readMemory(text, env, facts);
    default:
      return readInteger(text) ?? memoryMeaning(text);
  }
}
