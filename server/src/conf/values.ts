/**
 * Values as the servers read them. Every reader follows the C code of the server it is named after, including what it
 * silently makes of nonsense; numbers are BigInt where the servers use 64 bits.
 */

import { own } from './own';

const INT64_MAX = 9223372036854775807n;
const INT64_MIN = -9223372036854775808n;
const UINT64_MAX = 18446744073709551615n;

const MEMORY_UNITS: Readonly<Record<string, bigint>> = {
  '': 1n,
  b: 1n,
  k: 1000n,
  kb: 1024n,
  m: 1000n ** 2n,
  mb: 1024n ** 2n,
  g: 1000n ** 3n,
  gb: 1024n ** 3n,
};

/** `yes` or `no` in any case; anything else is undefined. */
export function readBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === 'yes') return true;
  return lower === 'no' ? false : undefined;
}

const SWITCH_WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  '1': true,
  enable: true,
  enabled: true,
  y: true,
  false: false,
  off: false,
  '0': false,
  disable: false,
  disabled: false,
  n: false,
};

/** What a person means by a switch such as `true`, `off` or `=yes`, or undefined when there is doubt. */
export function booleanMeaning(text: string): boolean | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^=|[,;]$/g, '');
  return readBoolean(word) ?? (Object.hasOwn(SWITCH_WORDS, word) ? SWITCH_WORDS[word] : undefined);
}

/** Are the words the same to the servers, which compare ASCII letters without case and all else byte by byte? */
export function sameWord(a: string, b: string): boolean {
  return a.length === b.length && asciiLower(a) === asciiLower(b);
}

/** Lower case as the servers make it: of ASCII letters only. */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A whole number in canonical form (no plus, no leading zero, no blank) that fits 64 bits: `string2ll`. */
export function readInteger(text: string): bigint | undefined {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value >= INT64_MIN && value <= INT64_MAX ? value : undefined;
}

/** What C's `strtoll` makes of the start of a text, saturated to 64 bits; `rest` is where it stopped. */
export function strtoll(text: string, base: 8 | 10 = 10): { value: bigint; rest: number; overflow: boolean } {
  const match = (base === 10 ? /^[ \t\n\v\f\r]*([+-]?)(\d+)/ : /^[ \t\n\v\f\r]*([+-]?)([0-7]+)/).exec(text);
  if (!match) return { value: 0n, rest: 0, overflow: false };
  const magnitude = BigInt(base === 10 ? (match[2] ?? '0') : `0o${match[2]}`);
  const value = match[1] === '-' ? -magnitude : magnitude;
  const rest = match[0].length;
  if (value > INT64_MAX) return { value: INT64_MAX, rest, overflow: true };
  if (value < INT64_MIN) return { value: INT64_MIN, rest, overflow: true };
  return { value, rest, overflow: false };
}

/** C's `atoi` on Linux: `strtoll` cut to 32 bits, so large numbers wrap. */
export function atoi(text: string): number {
  return Number(BigInt.asIntN(32, strtoll(text).value));
}

/** `memtoll` of Redis up to 6.2: the signed product wraps; undefined is its error result. */
export function readMemorySigned(text: string): bigint | undefined {
  const match = /^(-?\d*)([a-zA-Z]*)$/.exec(text);
  const unit = own(MEMORY_UNITS, (match?.[2] ?? '').toLowerCase());
  const digits = match?.[1] ?? '';
  if (!match || unit === undefined || digits === '-' || digits.length >= 128) return undefined;
  return BigInt.asIntN(64, strtoll(digits).value * unit);
}

/**
 * `memtoull` of Redis 7 and Valkey: no sign, digits saturate, the product wraps modulo 2^64.
 * With `strict` (Valkey 9.1) digits beyond 64 bits are an error. Undefined is the error result.
 */
export function readMemoryUnsigned(text: string, strict: boolean): bigint | undefined {
  const match = /^(\d*)([a-zA-Z]*)$/.exec(text);
  const unit = own(MEMORY_UNITS, (match?.[2] ?? '').toLowerCase());
  const digits = match?.[1] ?? '';
  if (!match || unit === undefined || digits.length >= 128) return undefined;
  const number = digits === '' ? 0n : BigInt(digits);
  if (number > UINT64_MAX && strict) return undefined;
  return BigInt.asUintN(64, (number > UINT64_MAX ? UINT64_MAX : number) * unit);
}

/** What a person means by a memory value such as `2gb`, or undefined when it is none. Never wraps. */
export function memoryMeaning(text: string): bigint | undefined {
  const match = /^(\d+)([a-zA-Z]*)$/.exec(text);
  const unit = own(MEMORY_UNITS, (match?.[2] ?? '').toLowerCase());
  return match && unit !== undefined ? BigInt(match[1] ?? '0') * unit : undefined;
}

/** `N%` with a canonical whole number; undefined when it is no percentage. No upper bound. */
export function readPercent(text: string): bigint | undefined {
  if (!text.endsWith('%') || text.length < 2) return undefined;
  const value = readInteger(text.slice(0, -1));
  return value !== undefined && value >= 0n ? value : undefined;
}

/** An octal number as Redis 7 reads it: the whole text, an empty one is 0. */
export function readOctal(text: string): bigint | undefined {
  if (text === '') return 0n;
  const { value, rest, overflow } = strtoll(text, 8);
  return rest === text.length && !overflow ? value : undefined;
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const HEXADECIMAL = /^([+-]?)0x([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

/**
 * A number as the servers' `string2d` takes it: whole, without a blank before it, and one that a double can hold.
 * `inf` is one, `nan` is none. With `hexadecimal` (all but Valkey 9.1) also `0x1.8p3`.
 */
export function readFloat(text: string, hexadecimal: boolean): number | undefined {
  const infinite = INFINITE.exec(text);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const value = DECIMAL.test(text) ? Number(text) : hexadecimal ? readHexadecimal(text) : undefined;
  if (value === undefined || !Number.isFinite(value)) return undefined;
  // Too small for a double is an error like too large.
  return value === 0 && /[1-9a-f]/i.test(mantissa(text)) ? undefined : value;
}

function mantissa(text: string): string {
  return /^[+-]?0x/i.test(text) ? text.replace(/^[+-]?0x|p.*$/gi, '') : text.replace(/e.*$/i, '');
}

function readHexadecimal(text: string): number | undefined {
  const match = HEXADECIMAL.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (!match || whole + fraction === '') return undefined;
  const magnitude = Number(`0x${whole}${fraction}`) * 2 ** (Number(match[4] ?? 0) - 4 * fraction.length);
  return match[1] === '-' ? -magnitude : magnitude;
}

/** Is the text an IPv4 address in dotted form, as `inet_pton` takes it? */
export function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Is the text an IPv6 address, as `inet_pton` takes it (no zone)? */
export function isIPv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || text === '') return false;
  let groups = 0;
  for (const [index, half] of halves.entries()) {
    if (half === '') continue;
    const parts = half.split(':');
    for (const [position, part] of parts.entries()) {
      const last = index === halves.length - 1 && position === parts.length - 1;
      if (last && part.includes('.')) {
        if (!isIPv4(part)) return false;
        groups += 2;
      } else {
        if (!/^[0-9a-f]{1,4}$/i.test(part)) return false;
        groups++;
      }
    }
  }
  return halves.length === 2 ? groups < 8 : groups === 8;
}

/** Length in bytes of what the server sees. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const BYTE_STEPS = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'] as const;

/** `2147483648` as `2 GB` (powers of 1024, at most two decimals). */
export function humanBytes(bytes: bigint): string {
  let step = 0;
  let value = Number(bytes);
  while (value >= 1024 && step < BYTE_STEPS.length - 1) {
    value /= 1024;
    step++;
  }
  return `${Number(value.toFixed(2))} ${BYTE_STEPS[step] ?? ''}`;
}

/** `2,147,483,648`: digits in groups of three. */
export function groupDigits(value: bigint | number): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}
