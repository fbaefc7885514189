import type { Difference } from './difference.js';
import type { Observation } from './observation.js';

/** Something that a server says because of how it was built or where it runs. The catalogue is right not to say it. */
interface Deviation {
  readonly reason: string;
  readonly explains: (difference: Difference, seen: Observation) => boolean;
}

const deviations: readonly Deviation[] = [];

/** Why a difference is none of the catalogue; undefined when it has to be mended. */
export function deviationOf(difference: Difference, seen: Observation): string | undefined {
  return deviations.find(({ explains }) => explains(difference, seen))?.reason;
}
