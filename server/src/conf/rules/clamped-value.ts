import { certain, replaceSpan } from '../fix';
import { lenientInteger } from '../numbers';
import type { DirectiveRule, RuleEnvironment } from '../rule';
import { compareVersions } from '../target';
import { readInteger } from '../values';

const HZ_LEAST = 1n;
const HZ_MOST = 500n;
const VALKEY_8_0_THREADS = 16n;

/** A number that the server accepts and then moves to the nearest one that it likes. */
export const clampedValue: DirectiveRule = {
  id: 'clamped-value',
  group: 'traps',
  severity: 'warning',
  scope: 'directive',
  keys: ['hz', 'io-threads'],
  title: 'The server uses another number than the one given',
  check: ({ directive, name, args }, env) => {
    const [word] = args;
    if (!word) return undefined;
    const value = env.era === 5 ? lenientInteger(directive.key, word.text) : readInteger(word.text);
    const used = value === undefined ? undefined : usedInstead(directive.key, value, env);
    if (value === undefined || used === undefined || used === value) return undefined;
    return {
      span: word,
      message: `The server accepts ${value} for "${name.text}" and uses ${used} without a word.`,
      fixes: [certain(`Change to ${used}, as it is used`, replaceSpan(word, used.toString()))],
    };
  },
};

function usedInstead(key: string, value: bigint, env: RuleEnvironment): bigint | undefined {
  const { product, version } = env.target;
  if (key === 'hz') {
    // 6.0 alone does not clamp; see hz-crash.
    if (env.era === 6 && compareVersions(version, '6.2.0') < 0) return undefined;
    return value < HZ_LEAST ? HZ_LEAST : value > HZ_MOST ? HZ_MOST : value;
  }
  const is80 = product === 'valkey' && version.startsWith('8.0.');
  return is80 && value > VALKEY_8_0_THREADS ? VALKEY_8_0_THREADS : undefined;
}
