import type { DirectiveFacts, ValueType } from '../../../server/src/conf/catalogue/catalogue';

/** What the words of a refusal give away. */
export interface Refusal {
  readonly type?: ValueType;
  readonly min?: string;
  readonly max?: string;
  readonly values?: readonly string[];
}

const TYPES: readonly (readonly [RegExp, ValueType])[] = [
  [/must be 'yes' or 'no'/, 'bool'],
  [/parsed into an integer/, 'int'],
  [/must be a memory or percent value|percentage argument/, 'percent-or-memory'],
  [/must be a memory value/, 'memory'],
  [/parsed as an octal number/, 'octal'],
];

/** Reads why a value was refused. Bounds are as the server writes them: those of an octal number in octal. */
export function readRefusal(text: string): Refusal {
  const range = /must be between (-?\d+) and (-?\d+) inclusive/.exec(text);
  if (range?.[1] !== undefined && range[2] !== undefined) return { min: range[1], max: range[2] };
  const words = /must be one of the following: (.*)/.exec(text)?.[1];
  if (words !== undefined) return { type: 'enum', values: words.split(', ').map((word) => word.trim()) };
  const type = TYPES.find(([pattern]) => pattern.test(text))?.[1];
  return type === undefined ? {} : { type };
}

/** A name that the server knows nothing of, also when it leaves that to modules. */
export function isUnknown(text: string): boolean {
  return /^Bad directive|Unresolved Configuration/m.test(text);
}

/** The facts that answers give away of a directive that nothing is known of. */
export function factsFrom(texts: readonly string[]): Partial<DirectiveFacts> {
  const refusals = texts.map(readRefusal);
  const type = refusals.find((refusal) => refusal.type)?.type;
  const range = refusals.find(({ min }) => min !== undefined);
  const values = refusals.find((refusal) => refusal.values)?.values;
  return {
    type: type ?? (range ? 'int' : 'string'),
    ...(range ? { min: short(range.min), max: short(range.max) } : {}),
    ...(values ? { values } : {}),
  };
}

/** A bound as the facts write it: text beyond the whole numbers of a double. */
export function short(bound: string | undefined): number | string {
  const number = Number(bound);
  return Number.isSafeInteger(number) ? number : (bound ?? '');
}
