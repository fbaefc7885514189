import type { Fix } from './finding';
import { certain, choice, replaceSpan } from './fix';
import type { Word } from './syntax';

/** Bytes by unit, from the largest. Units without `b` are powers of 1000, the others of 1024. */
const UNITS: readonly (readonly [name: string, bytes: bigint])[] = [
  ['gb', 1n << 30n],
  ['g', 10n ** 9n],
  ['mb', 1n << 20n],
  ['m', 10n ** 6n],
  ['kb', 1n << 10n],
  ['k', 1000n],
  ['b', 1n],
];
const TERA: Readonly<Record<string, bigint>> = { tb: 1n << 40n, t: 10n ** 12n };

/** A size as people write it: with a fraction, a blank, `GiB`, `TB`, an equals sign or a comma at the end. */
const WRITTEN = /^=?\s*(\d{1,18})(?:\.(\d{1,9}))?\s*(?:([kmgt])(i?)(b?)|b)?(?:ytes?)?[,;]?$/i;

/**
 * The size that was probably meant, as the servers write it: `1.5gb` is 1536mb, `1gib` and `1 gb` are 1gb, `2tb` is
 * 2048gb. Certain when the size is exactly the same.
 */
export function sizeFixes(value: Word): Fix[] {
  const meant = meantSize(value.text.trim());
  if (!meant) return [];
  const fix = meant.exact ? certain : choice;
  return [fix(`Change to ${meant.text}`, replaceSpan(value, meant.text))];
}

/** The size that a text was probably meant to be; undefined when there is no guess. */
export function meantSize(text: string): { readonly text: string; readonly exact: boolean } | undefined {
  const match = WRITTEN.exec(text);
  if (!match) return undefined;
  const [, whole = '0', fraction = '', letter = '', binary = '', byte = ''] = match;
  const unit = letter === '' ? 'b' : `${letter}${binary === '' ? byte : 'b'}`.toLowerCase();
  const factor = TERA[unit] ?? UNITS.find(([name]) => name === unit)?.[1];
  if (factor === undefined) return undefined;
  if (fraction === '' && TERA[unit] === undefined)
    return { text: `${BigInt(whole)}${unit === 'b' ? '' : unit}`, exact: true };
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole + fraction) * factor;
  const bytes = scaled / scale;
  return { text: largestUnit(bytes, unit), exact: bytes * scale === scaled };
}

/** Whole bytes in the largest unit of the same kind (1000 or 1024) that needs no fraction. */
function largestUnit(bytes: bigint, unit: string): string {
  const ofKind = UNITS.filter(([name]) => name === 'b' || name.endsWith('b') === unit.endsWith('b'));
  const [name, size] = ofKind.find(([, step]) => bytes % step === 0n) ?? ['b', 1n];
  return `${bytes / size}${name === 'b' ? '' : name}`;
}
