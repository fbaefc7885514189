import type { Metric, Samples } from './samples';

/** Our number against the same number of another server, both of one run. */
export interface Target {
  readonly metric: Metric;
  readonly against: string;
  /** At most this many times the other number. */
  readonly ratio: number;
  /** Copies of the document, when it is not the plain one. */
  readonly copies?: number;
}

/** A target with what was measured. */
export interface Verdict {
  readonly target: Target;
  readonly ours: number;
  readonly other: number;
  readonly ratio: number;
  /** `near`: above the target, within what noise explains. */
  readonly result: 'met' | 'near' | 'missed';
}

/** Two runs on a busy machine differ by this factor; a ratio above its target by less is no failure. */
export const NOISE = 1.3;
/** Growth of CPU per edit from 16 to 64 copies: 0 is independent of the size, 1 is proportional to it. */
export const GREATEST_EXPONENT = 0.6;

/** Nothing but ratios to servers that were measured in the same run. */
export const targets: readonly Target[] = [
  { metric: 'start', against: 'docker', ratio: 0.8 },
  { metric: 'start', against: 'floor, not bundled', ratio: 1.05 },
  { metric: 'open', against: 'json', ratio: 0.4 },
  { metric: 'open', against: 'floor', ratio: 4 },
  { metric: 'edit', against: 'json', ratio: 0.3 },
  { metric: 'edit', against: 'floor', ratio: 3.5 },
  { metric: 'edit95', against: 'json', ratio: 0.3 },
  { metric: 'editCpu', against: 'json', ratio: 0.2 },
  { metric: 'editCpu', against: 'floor', ratio: 3.3 },
  { metric: 'burstLast', against: 'docker', ratio: 0.2 },
  { metric: 'burstCpu', against: 'json, push', ratio: 1 },
  { metric: 'hover', against: 'json', ratio: 0.6 },
  { metric: 'completion', against: 'json', ratio: 1 },
  { metric: 'completion', against: 'floor', ratio: 8 },
  { metric: 'symbols', against: 'json', ratio: 0.4 },
  { metric: 'folding', against: 'json', ratio: 1 },
  { metric: 'tokens', against: 'floor', ratio: 8 },
  { metric: 'codeAction', against: 'json', ratio: 2 },
  { metric: 'memoryOpen', against: 'docker', ratio: 0.9 },
  { metric: 'memoryEdited', against: 'json', ratio: 0.75 },
  { metric: 'open', against: 'json', ratio: 0.5, copies: 64 },
  { metric: 'edit', against: 'json', ratio: 0.06, copies: 64 },
  { metric: 'memoryOpen', against: 'json', ratio: 0.6, copies: 64 },
];

/** How a target was met; undefined when one of its numbers was not measured. */
export function judgeTarget(target: Target, ours: string, samples: Samples): Verdict | undefined {
  const suffix = target.copies === undefined ? '' : ` x${target.copies}`;
  const own = samples.median(ours + suffix, target.metric);
  const other = samples.median(target.against + suffix, target.metric);
  if (own === undefined || other === undefined) return undefined;
  const ratio = own / other;
  const result = ratio <= target.ratio ? 'met' : ratio <= target.ratio * NOISE ? 'near' : 'missed';
  return { target, ours: own, other, ratio, result };
}
