import { aclFileCase, userCase } from './cases/aclCases.js';
import { directiveCase, duplicateCase, unknownCase } from './cases/directiveCases.js';
import { list, type Draft } from './cases/draft.js';
import { includeCase } from './cases/includeCases.js';
import { lexicalCase } from './cases/lexicalCases.js';
import { Random } from './cases/random.js';
import { sentinelCase, sentinelHostCase } from './cases/sentinelCases.js';
import { specialCase } from './cases/specialCases.js';
import { hostNameCase, startCase, tlsCase } from './cases/startCases.js';

/** A config file to put before the real servers. */
export interface Case {
  /** `g<seed>-<number>`: enough to make the same case again. */
  readonly id: string;
  readonly mode: 'server' | 'sentinel';
  /** What it is about. Categories that start with `machine:` depend on where the server runs. */
  readonly cat: string;
  /** The first line under test, or 0 when the whole file is. */
  readonly line: number;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Lines that every version accepts, to put around those under test. */
const padding = [
  ...list`
    tcp-keepalive 299 | activerehashing yes | repl-timeout 60 | rdbcompression yes | lfu-log-factor 10
    stop-writes-on-bgsave-error yes | # a comment | lua-time-limit 5000 | set-max-intset-entries 512
    slowlog-max-len 128 | rdbchecksum yes | cluster-node-timeout 15000 | appendfsync everysec
  `,
  '',
  '   # indented comment',
];

type TurnFamily = (random: Random, turn: number) => Draft;

const families: readonly (readonly [weight: number, family: TurnFamily])[] = [
  [40, directiveCase],
  [14, specialCase],
  [10, lexicalCase],
  [8, userCase],
  [8, startCase],
  [8, sentinelCase],
  [4, unknownCase],
  [3, duplicateCase],
  [3, aclFileCase],
  [2, includeCase],
  [2, tlsCase],
  [0.5, hostNameCase],
  [0.5, sentinelHostCase],
];
const totalWeight = families.reduce((sum, [weight]) => sum + weight, 0);

/** Fresh config cases: the same seed gives the same cases, and a case does not depend on how many are asked for. */
export function* cases(seed: number, count: number): Iterable<Case> {
  for (let turn = 0; turn < count; turn++) yield caseAt(seed, turn);
}

function caseAt(seed: number, turn: number): Case {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b));
  const draft = chooseFamily(random)(random, turn + seed);
  const id = `g${seed}-${String(turn).padStart(4, '0')}`;
  const { mode = 'server', cat, files = {} } = draft;
  const placed = place(random, draft);
  const text = draft.whole?.(placed.text) ?? placed.text;
  return { id, mode, cat, line: draft.whole === undefined ? placed.line : 0, text, files };
}

function chooseFamily(random: Random): TurnFamily {
  let left = random.next() * totalWeight;
  for (const [weight, family] of families) {
    left -= weight;
    if (left < 0) return family;
  }
  return directiveCase;
}

function place(random: Random, { lines, placement }: Draft): { text: string; line: number } {
  if (placement === 'alone') return { text: `${lines.join('\n')}\n`, line: 0 };
  const around = Array.from({ length: random.between(0, 5) }, () => random.pick(padding));
  const [first = ''] = lines;
  if (placement === undefined) {
    const at = random.between(0, around.length);
    return { text: `${around.toSpliced(at, 0, ...lines).join('\n')}\n`, line: at + 1 };
  }
  const slots = lines.map(() => random.between(0, around.length)).sort((a, b) => a - b);
  const all = Array.from({ length: around.length + 1 }, (_, at) => [
    ...lines.filter((_line, which) => slots[which] === at),
    ...around.slice(at, at + 1),
  ]).flat();
  return { text: `${all.join('\n')}\n`, line: all.indexOf(first) + 1 };
}
