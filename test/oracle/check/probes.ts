import type { Directive, DirectiveFacts } from '../../../server/src/conf/catalogue/catalogue';

/** A value to be tried, and what the catalogue expects of it. */
export interface Probe {
  readonly name: string;
  readonly value: string;
  readonly accepted: boolean;
}

/** What no number, size, switch or word of an enumeration is. */
export const NONSENSE = 'xyzzy';
/** What tells the bounds of a number that nothing is known of. */
export const FAR: readonly string[] = ['-9223372036854775808', '9223372036854775807'];

const INT64_MAX = 9223372036854775807n;
const INT64_MIN = -9223372036854775808n;
const HIGHEST_MODE = 0o777;

/** Values of texts that are checked as they are read; any other text takes anything. */
const TEXTS: Readonly<Record<string, string>> = {
  'cluster-announce-ip': '127.0.0.1',
  'cluster-announce-client-ipv4': '127.0.0.1',
  'cluster-announce-client-ipv6': '::1',
  'locale-collate': 'C',
};

/** A text that the directive takes. */
export function textFor(key: string): string {
  return TEXTS[key] ?? NONSENSE;
}

/** Values just inside and just outside of what the catalogue says of a directive. */
export function probesOf({ facts, key }: Directive): readonly Probe[] {
  const { inside, outside } = valuesOf(facts, key);
  return [
    ...inside.map((value) => ({ name: facts.name, value, accepted: true })),
    ...outside.map((value) => ({ name: facts.name, value, accepted: false })),
  ];
}

interface Values {
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

function valuesOf(facts: DirectiveFacts, key: string): Values {
  switch (facts.type) {
    case 'bool':
      return { inside: ['yes', 'no'], outside: [NONSENSE] };
    case 'enum':
      return { inside: facts.values ?? [], outside: [NONSENSE] };
    case 'int':
      return numbers(facts, facts.lenientParse ? [] : [NONSENSE]);
    case 'memory':
      // 5.0 takes any text for a size.
      return facts.lenientParse ? { inside: ['1mb'], outside: [] } : numbers(facts, [NONSENSE]);
    case 'percent-or-memory':
      return { inside: ['0', '1mb', '0%', '100%'], outside: ['101%', NONSENSE] };
    case 'octal': {
      const most = Number(facts.max ?? HIGHEST_MODE);
      const strict = facts.min === undefined ? [] : ['8', NONSENSE];
      return { inside: ['0', most.toString(8)], outside: [(most + 1).toString(8), ...strict] };
    }
    case 'string':
      return { inside: [textFor(key)], outside: [] };
    case 'ignored':
      return { inside: [NONSENSE], outside: [] };
    case 'special':
      return { inside: [], outside: [] };
  }
}

function numbers({ min, max }: DirectiveFacts, garbage: readonly string[]): Values {
  // Such a bound cannot be written: text is read into 64 bits with a sign, and -1 is the largest number.
  if (max !== undefined && BigInt(max) > INT64_MAX)
    return { inside: [String(min ?? 0), String(INT64_MAX)], outside: garbage };
  const bounds = [min, max].flatMap((bound) => (bound === undefined ? [] : [BigInt(bound)]));
  const beyond = [
    ...(min === undefined || BigInt(min) <= INT64_MIN ? [] : [BigInt(min) - 1n]),
    ...(max === undefined || BigInt(max) >= INT64_MAX ? [] : [BigInt(max) + 1n]),
  ];
  return { inside: bounds.map(String), outside: [...beyond.map(String), ...garbage] };
}
