import { memoryArguments, zeroMeans } from '../memoryArguments';
import type { DirectiveRule, RuleEnvironment } from '../rule';
import { atLeast } from '../target';
import { groupDigits, humanBytes, memoryMeaning, readMemorySigned, readMemoryUnsigned } from '../values';

/** A size that does not fit 64 bits becomes another one. */
export const memoryWraps: DirectiveRule = {
  id: 'memory-wraps',
  group: 'traps',
  severity: 'warning',
  scope: 'directive',
  types: ['memory', 'percent-or-memory', 'special'],
  title: 'A size that does not fit 64 bits becomes another one',
  check: (line, env) => {
    for (const { text, word } of memoryArguments(line, env)) {
      const meant = memoryMeaning(text);
      const read = meant === undefined ? undefined : readBytes(text, env);
      if (read === undefined || read === meant) continue;
      const bytes = `${groupDigits(read)} bytes (${humanBytes(read)})`;
      const result = read === 0n ? `0${zeroMeans(line.directive.key)}` : bytes;
      return {
        span: word,
        message: `"${text}" does not fit 64 bits. The server does not say so and takes ${result}.`,
      };
    }
    return undefined;
  },
};

function readBytes(text: string, env: RuleEnvironment): bigint | undefined {
  if (env.era === 7) return readMemoryUnsigned(text, atLeast(env.target, 'valkey', '9.0.0'));
  const read = readMemorySigned(text);
  return read === undefined ? undefined : BigInt.asUintN(64, read);
}
