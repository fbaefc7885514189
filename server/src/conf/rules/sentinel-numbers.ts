import type { Fix } from '../finding';
import { own } from '../own';
import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';
import type { Word } from '../syntax';
import { atoi } from '../values';

/** Where a number stands behind the sub word, and the numbers that are not refused anyway. */
interface NumberPlace {
  readonly at: number;
  readonly min?: number;
  readonly max?: number;
}

const TIME: readonly NumberPlace[] = [{ at: 1, min: 1 }];
const REBOOT: readonly NumberPlace[] = [{ at: 1, min: 0 }];
const NUMBERS: Readonly<Record<string, readonly NumberPlace[]>> = {
  monitor: [
    { at: 2, min: 0, max: 65_535 },
    { at: 3, min: 1 },
  ],
  'down-after-milliseconds': TIME,
  'failover-timeout': TIME,
  'parallel-syncs': [{ at: 1 }],
  'announce-port': [{ at: 0 }],
  'master-reboot-down-after-period': REBOOT,
  'primary-reboot-down-after-period': REBOOT,
};
const TIMES = new Set([TIME, REBOOT]);
const MILLISECONDS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  sec: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
};
/** Digits that `atoi` reads as a person does. */
const PLAIN = /^\s*[+-]?\d+$/;

/** Sentinel reads numbers with C's `atoi`, which stops at the first letter and wraps at 32 bits. */
export const sentinelNumbers: DirectiveRule = {
  id: 'sentinel-numbers',
  group: 'sentinel',
  severity: 'warning',
  scope: 'directive',
  keys: ['sentinel'],
  title: 'A number that Sentinel reads as another one',
  check: ({ args: [sub, ...args] }, env) => {
    if (env.kind !== 'sentinel') return undefined;
    const places = own(NUMBERS, sub?.text.toLowerCase() ?? '') ?? [];
    const isTime = TIMES.has(places);
    for (const { at, min = -Infinity, max = Infinity } of places) {
      const word = args[at];
      if (!word || word.text === '') continue;
      const read = atoi(word.text);
      const wraps = PLAIN.test(word.text);
      if ((wraps && Number(word.text) === read) || read < min || read > max) continue;
      return {
        span: word,
        message: `Sentinel reads "${word.text}" as ${read}: it takes the digits at the start${wraps ? ', cut to 32 bits' : ' and leaves the rest'}.${isTime ? ' Times are in milliseconds, and units are not understood.' : ''}`,
        fixes: fixesOf(word, read, isTime),
      };
    }
    return undefined;
  },
};

function fixesOf(word: Word, read: number, isTime: boolean): readonly Fix[] {
  const unit = /^(\d+)([a-z]+)$/i.exec(word.text);
  const factor = isTime ? own(MILLISECONDS, (unit?.[2] ?? '').toLowerCase()) : undefined;
  const meant = factor === undefined ? undefined : Number(unit?.[1]) * factor;
  const fixes = meant !== undefined && meant !== read ? [changeTo(String(meant), word)] : [];
  return read > 0 ? [...fixes, changeTo(String(read), word)] : fixes;
}
