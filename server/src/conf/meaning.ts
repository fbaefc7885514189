/** What numbers and words of a file mean, in words for people. Shared by hovers and inlay hints. */
import { groupDigits, humanBytes } from './values';

export type TimeUnit = 'microseconds' | 'milliseconds' | 'seconds' | 'minutes';

const MICROSECONDS: Readonly<Record<TimeUnit, bigint>> = {
  microseconds: 1n,
  milliseconds: 1_000n,
  seconds: 1_000_000n,
  minutes: 60_000_000n,
};
const MINUTE = 60_000_000n;
const STEPS = [
  { size: 86_400_000_000n, one: 'day', many: 'days' },
  { size: 3_600_000_000n, one: 'h', many: 'h' },
  { size: MINUTE, one: 'min', many: 'min' },
  { size: 1_000_000n, one: 's', many: 's' },
  { size: 1_000n, one: 'ms', many: 'ms' },
  { size: 1n, one: 'µs', many: 'µs' },
] as const;

/** Is a unit of the catalogue one of time? */
export function isTimeUnit(unit: string | undefined): unit is TimeUnit {
  return unit !== undefined && Object.hasOwn(MICROSECONDS, unit);
}

/** A duration in its two largest units: `1 h 30 min`; `about` says that smaller ones were left out. */
export function humanDuration(value: bigint, unit: TimeUnit): string {
  let rest = value * MICROSECONDS[unit];
  if (rest <= 0n) return `${value} ${unit}`;
  const parts: string[] = [];
  for (const { size, one, many } of STEPS) {
    const count = rest / size;
    if (count === 0n) {
      if (parts.length > 0) break;
      continue;
    }
    parts.push(`${groupDigits(count)} ${count === 1n ? one : many}`);
    rest %= size;
    if (parts.length === 2) break;
  }
  return `${rest > 0n ? 'about ' : ''}${parts.join(' ')}`;
}

/** Is a duration so long that the bare number is hard to read? */
export function isLongDuration(value: bigint, unit: TimeUnit): boolean {
  return value * MICROSECONDS[unit] >= MINUTE;
}

/** `after 15 min with 1 change`: when a save point makes the server save. */
export function savePointText(seconds: bigint, changes: bigint): string {
  const amount = changes <= 1n ? '1 change' : `${groupDigits(changes)} changes`;
  return `after ${humanDuration(seconds, 'seconds')} with ${amount}`;
}

/** A file mode as `ls` shows it: 0o750 is `rwxr-x---`. */
export function permissionText(mode: number): string {
  let text = '';
  for (let bit = 8; bit >= 0; bit--) text += mode & (1 << bit) ? 'rwx'.charAt((8 - bit) % 3) : '-';
  return text;
}

/** `2,147,483,648 bytes (2 GB)`. */
export function bytesText(bytes: bigint): string {
  const exact = `${groupDigits(bytes)} ${bytes === 1n ? 'byte' : 'bytes'}`;
  return bytes < 1024n ? exact : `${exact} (${humanBytes(bytes)})`;
}

/** What each letter of `notify-keyspace-events` switches on. */
export const keyspaceEventWords: Readonly<Record<string, string>> = {
  K: 'events by key, in channels `__keyspace@<db>__:<key>`',
  E: 'events by command, in channels `__keyevent@<db>__:<event>`',
  g: 'generic commands such as `DEL`, `EXPIRE`, `RENAME`',
  $: 'string commands',
  l: 'list commands',
  s: 'set commands',
  h: 'hash commands',
  z: 'sorted set commands',
  x: 'expired keys',
  e: 'keys evicted for lack of memory',
  t: 'stream commands',
  m: 'accesses to keys that do not exist; not part of `A`',
  d: 'events of module types',
  n: 'newly created keys; not part of `A`',
  o: 'overwritten keys; not part of `A`',
  c: 'keys whose type has changed; not part of `A`',
  A: 'all classes of events at once: `g$lshzxetd`',
};

/** What a class of `client-output-buffer-limit` holds. `slave` is the old word of the servers for `replica`. */
export const bufferClassWords: Readonly<Record<string, string>> = {
  normal: 'Ordinary clients, `MONITOR` included.',
  replica: 'Replicas of this server.',
  slave: 'Replicas of this server; the old spelling of `replica`.',
  pubsub: 'Clients that subscribe to at least one channel or pattern.',
};
