import { list, quoteWord } from './draft.js';
import type { DirectiveEra } from './facts.js';
import type { Random } from './random.js';

const borders = list`
    0 | 1 | -1 | -2 | 2 | 32767 | 65535 | 65536 | 2147483646 | 2147483647 | 2147483648 | 4294967295 | 4294967296
    9223372036854775806 | 9223372036854775807 | 9223372036854775808 | 18446744073709551615 | 18446744073709551616
    -2147483648 | -2147483649 | -9223372036854775808 | -9223372036854775809 | 99999999999999999999999
  `;
const notIntegers = list`
    +5 | 05 | -0 | 00 | " 5" | "5 " | 5.0 | 1.5 | 1e3 | 0x10 | 5% | 5k | 5s | abc | "" | ٣ | 5,000 | --5 | −5 | 5_000
    yes | "5\x00" | 5; | $5 | ~5
  `;
const booleans = ['yes', 'no', 'YES', 'No', 'yEs'];
const notBooleans = list`
    true | false | 1 | 0 | on | off | "" | y | "yes " | " no" | yess | ja | enabled | yes, | #yes
  `;
const units = ['', 'b', 'k', 'kb', 'm', 'mb', 'g', 'gb', 'K', 'Kb', 'MB', 'Gb', 'GB', 'B'];
const memoryOddities = list`
    1.5gb | 1tb | 1t | 1 gb | 50% | 100% | 1kib | 1gib | 1mib | gb | mb | b | "" | -1 | -1mb | -0 | +1mb | 1e3 | 0x10
    abc | 99999999999gb | 18446744073709551615 | 18446744073709551616 | 17179869184gb | 17179869185gb | 8589934592gb
    9223372036854775807 | 9223372036854775808 | 9223372036854775807b | 1mbb | 1m b | 1k1 | " 1mb" | "1mb " | 1,000
    0b | 00mb | 007mb | ٣mb | 1kB | 123456789012345678901234567890mb
  `;
const percents = list`
    0% | 1% | 50% | 99% | 100% | 101% | -1% | 5.5% | % | 050% | +5% | "50 %" | 5%% | %5 | 1mb | 0 | 1t | "" | abc
  `;
const octals = list`
    0 | 7 | 700 | 770 | 0700 | 777 | 0777 | 778 | 888 | 1000 | 755x | "" | -1 | +7 | 0o7 | "7 0" | rwx | 0x1ff | 1777
    00000 | 777777777777777777777777 | "700 "
  `;
const strings = list`
    value | x1 | "" | "quoted value" | 'single quoted' | "hex\x41\x42" | "tab\tin" | é | "a\"b" | 'it\'s' | #hash
    {title} | $HOME | %s | a,b | a:b | a/b | /no/such | ./x | - | --x | "line\nbreak" | a=b | * | "\xff\xfe" | 日本
  `;
const brokenWords = [
  ...list`
    it's | "unbal | 'unbal | unbal" | "a"b | 'a'b | "a""b" | ab"c d" | "a\" | "\x4 | "" x | some value
  `,
  '"\\',
];

/** A word or words as the value of a directive: about as often right as wrong, and often on the border. */
export function valueFor(random: Random, name: string, era: DirectiveEra): string {
  if (random.chance(0.06)) return random.pick(brokenWords);
  switch (era.type) {
    case 'int':
      return tame(name, integer(random, era));
    case 'bool':
      return random.chance(0.5) ? random.pick(booleans) : random.pick(notBooleans);
    case 'enum':
      return enumeration(random, era.values ?? ['x']);
    case 'memory':
      return memory(random, era);
    case 'percent-or-memory':
      return random.chance(0.6) ? random.pick(percents) : memory(random, era);
    case 'octal':
      return random.pick(octals);
    case 'ignored':
      return random.pick([...strings, ...borders, ...notIntegers]);
    default:
      return random.chance(0.04)
        ? 'x'.repeat(random.pick([127, 128, 511, 512, 513, 1023, 1024, 5000]))
        : random.pick(strings);
  }
}

function integer(random: Random, era: DirectiveEra): string {
  const kind = random.below(10);
  if (kind < 2) return random.pick(notIntegers);
  if (kind < 4) return random.pick(borders);
  if (kind < 8) return borderOf(random, era) ?? random.pick(borders);
  const low = Math.max(0, Number(era.min ?? 0));
  return String(random.between(low, Math.min(Number(era.max ?? 1000), low + 1000)));
}

function borderOf(random: Random, era: DirectiveEra): string | undefined {
  const limits = [era.min, era.max, era.default].filter((limit) => /^-?\d+$/.test(String(limit)));
  if (limits.length === 0) return undefined;
  return String(BigInt(String(random.pick(limits))) + BigInt(random.between(-1, 1)));
}

/** Some accepted values cost the server minutes or gigabytes, so what becomes of them depends on the machine. */
function tame(name: string, value: string): string {
  const number = Number(value);
  const costly =
    (name === 'maxclients' && number < 4294967264) ||
    ((name === 'databases' || name === 'cluster-databases') && number < 2147483646);
  return costly && number > 100_000 ? '100000' : value;
}

function memory(random: Random, era: DirectiveEra): string {
  const kind = random.below(6);
  if (kind === 0) return borderOf(random, era) ?? '0';
  if (kind < 3) return random.pick(memoryOddities);
  return `${random.pick(['0', '1', '2', '64', '100', '1024', '512', '1048575', '1048576'])}${random.pick(units)}`;
}

function enumeration(random: Random, values: readonly string[]): string {
  const value = random.pick(values);
  const other = random.pick(values);
  return random.pick([
    value,
    value,
    value.toUpperCase(),
    value.slice(0, -1),
    `${value}x`,
    `${value} ${other}`,
    quoteWord(`${value} ${other}`),
    `${value},${other}`,
    '""',
    quoteWord(` ${value}`),
    `"${value}"`,
    '0',
    'yes',
    'none',
    'bogus',
    `${value} bogus`,
  ]);
}
