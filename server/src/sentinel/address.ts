import { isIPv6 } from '../conf/values';

/**
 * The address that a text is by itself, without asking anybody, in one spelling for all ways to write it; undefined for
 * host names. IPv4 has more ways than four numbers: `127.1` and `0x7f000001` are addresses too.
 */
export function numericAddress(text: string): string | undefined {
  const four = readIPv4(text);
  if (four !== undefined) return four;
  const percent = text.indexOf('%');
  if (percent < 0) return isIPv6(text) ? spellIPv6(text) : undefined;
  const bare = text.slice(0, percent);
  const zone = text.slice(percent + 1);
  if (!isIPv6(bare) || zone === '') return undefined;
  // A zone is a number, or the name of an interface, which only has a meaning for local links.
  const spelled = spellIPv6(bare);
  return /^\d+$/.test(zone) || /^(?:fe[89ab]|ff[0-9a-f]2:)/.test(spelled) ? spelled : undefined;
}

/** Can no machine ever make an address of this text? */
export function neverResolves(text: string): boolean {
  return !/^[A-Za-z0-9._-]+$/.test(text) || /^[0-9.]+$/.test(text) || /\.invalid\.?$/i.test(text);
}

/** One to four numbers, decimal, octal or hexadecimal; the last one fills the bytes that are left. */
function readIPv4(text: string): string | undefined {
  if (text.length > 64) return undefined;
  const parts = text.split('.');
  const last = parts.length - 1;
  if (last > 3) return undefined;
  let address = 0;
  for (const [index, part] of parts.entries()) {
    const value = readNumber(part);
    const bytes = index === last ? 4 - last : 1;
    if (value === undefined || value >= 256 ** bytes) return undefined;
    address = address * 256 ** bytes + value;
  }
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

function readNumber(part: string): number | undefined {
  if (/^0[xX][0-9a-fA-F]+$/.test(part)) return Number(part);
  if (/^0[0-7]+$/.test(part)) return Number.parseInt(part, 8);
  return /^(?:0|[1-9]\d*)$/.test(part) ? Number(part) : undefined;
}

/** All eight groups, without leading zeros. */
function spellIPv6(text: string): string {
  const [head = '', tail] = text.split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].join(':');
}

function groupsOf(half: string): string[] {
  if (half === '') return [];
  return half.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16).toString(16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
  });
}
