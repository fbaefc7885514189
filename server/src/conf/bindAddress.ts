import { isIPv4, isIPv6 } from './values';

/** An address as the resolver of the system reads it. */
export interface BindAddress {
  readonly family: 4 | 6 | 'name';
  /** The same for all spellings of an address; a name as it is, in lower case. */
  readonly value: string;
}

export const ANY_IPV4: BindAddress = { family: 4, value: '0' };
export const ANY_IPV6: BindAddress = { family: 6, value: '0' };

/**
 * Reads an address or a name; undefined when no machine could resolve it. Numbers are read like `inet_aton` does:
 * `127.1` and `0x7f000001` are 127.0.0.1. The zone of an IPv6 address depends on the machine and stays a part of it.
 */
export function readAddress(text: string): BindAddress | undefined {
  const zone = /%[\w.-]+$/.exec(text)?.[0] ?? '';
  const bare = text.slice(0, text.length - zone.length);
  if (isIPv6(bare)) return { family: 6, value: `${ipv6Number(bare)}${zone}` };
  const numeric = ipv4Number(text);
  if (numeric !== undefined) return { family: 4, value: numeric.toString() };
  if (/^[\d.]+$/.test(text)) return undefined;
  if (!/^[\p{L}\p{N}_](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_.])?$/u.test(text) || text.includes('..')) return undefined;
  return { family: 'name', value: text.toLowerCase() };
}

/** Is it an IPv4 address in the clothes of IPv6? A server cannot bind one. */
export function isMappedIPv4({ family, value }: BindAddress): boolean {
  return family === 6 && /^\d+$/.test(value) && BigInt(value) >> 32n === 0xffffn;
}

/** Can both not be bound on one port? The address of all machines covers every other one of its family. */
export function collide(a: BindAddress, b: BindAddress): boolean {
  if (a.family !== b.family) return false;
  return a.value === b.value || (a.family !== 'name' && (a.value === '0' || b.value === '0'));
}

function ipv4Number(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length > 4) return undefined;
  let value = 0n;
  for (const [index, part] of parts.entries()) {
    if (!/^(?:0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.test(part) || part.length > 12) return undefined;
    const number = BigInt(/^0[0-7]/.test(part) ? `0o${part.slice(1)}` : part.toLowerCase());
    const bits = index === parts.length - 1 ? BigInt(8 * (5 - parts.length)) : 8n;
    if (number >> bits !== 0n) return undefined;
    value = (value << bits) | number;
  }
  return value;
}

function ipv6Number(text: string): bigint {
  const halves = text.split('::').map(groupsOf);
  const [head = [], tail = []] = halves;
  const groups =
    halves.length === 1 ? head : [...head, ...Array<bigint>(8 - head.length - tail.length).fill(0n), ...tail];
  return groups.reduce((number, group) => (number << 16n) | group, 0n);
}

function groupsOf(half: string): bigint[] {
  if (half === '') return [];
  return half.split(':').flatMap((part) => {
    if (!isIPv4(part)) return [BigInt(`0x${part}`)];
    const number = ipv4Number(part) ?? 0n;
    return [number >> 16n, number & 0xffffn];
  });
}
