import { catalogueOf, knownVersions } from '../../server/src/conf/catalogue/catalogue';
import { compareVersions, type Target } from '../../server/src/conf/target';
import type { CommandCatalogue } from './commands.js';
import { compareCommands } from './check/compareCommands.js';
import { compareFacts } from './check/compareFacts.js';
import { compareNames, isKnown } from './check/compareNames.js';
import { deviationOf } from './check/deviations.js';
import type { Difference } from './check/difference.js';
import type { Observation } from './check/observation.js';

/** A difference that has its reason in how the server was built or where it ran. */
export interface ExplainedDifference extends Difference {
  readonly reason: string;
}

/** How a server and the catalogue differ. */
export interface CatalogueCheck {
  readonly target: Target;
  /** The version of the catalogue that was compared: the same, or the nearest older one that is known. */
  readonly against: string;
  readonly differences: readonly Difference[];
  readonly explained: readonly ExplainedDifference[];
  readonly notes: readonly string[];
}

/** Compares all that a server was seen to say with the catalogue. */
export function checkCatalogue(seen: Observation, commands: CommandCatalogue): CatalogueCheck {
  const target: Target = { product: seen.product, version: seen.version };
  const catalogue = catalogueOf(target);
  const differences: Difference[] = [];
  const explained: ExplainedDifference[] = [];
  for (const difference of [
    ...compareNames(seen, catalogue),
    ...catalogue.directives
      .filter(({ facts }) => isKnown(seen, facts.name))
      .flatMap((directive) => compareFacts(directive, seen)),
    ...compareCommands(seen, commands),
  ]) {
    const reason = deviationOf(difference, seen);
    if (reason === undefined) differences.push(difference);
    else explained.push({ ...difference, reason });
  }
  return { target, against: comparedVersion(target), differences, explained, notes: seen.notes };
}

/** The version that the catalogue of a target describes. */
function comparedVersion({ product, version }: Target): string {
  const known = knownVersions[product];
  return known.findLast((one) => compareVersions(one, version) <= 0) ?? known[0] ?? '';
}
