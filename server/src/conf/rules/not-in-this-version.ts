import { findAnywhere, knownVersions } from '../catalogue/catalogue';
import { describeAvailability } from '../catalogue/availability';
import type { RawLineRule } from '../rule';
import { compareVersions, type Target, targetLabel } from '../target';
import { explainElsewhere } from '../unknownNames';
import { shown, stopsHere } from '../wording';

/** A directive that other versions or the other product know, but not the target. */
export const notInThisVersion: RawLineRule = {
  id: 'not-in-this-version',
  group: 'versions',
  severity: 'error',
  scope: 'unknown',
  title: 'The directive exists, but not in the targeted version',
  check: (line, env) => {
    const name = line.words[0];
    const entry = name && findAnywhere(name.text);
    if (!name || !entry) return undefined;
    if (env.catalogue.uncertain(name.text)) {
      return {
        span: name,
        severity: 'information',
        message: `${shown(name.text)} is known to ${describeAvailability(name.text, entry)}. Whether ${targetLabel(env.target)} knows it was not checked, only ${neighbours(env.target)}.`,
      };
    }
    const { span, what, fixes } = explainElsewhere(name, entry, env);
    return { span, message: `${what} ${stopsHere('Bad directive or wrong number of arguments')}`, fixes };
  },
};

/** The versions on both sides of the target that were looked at. */
function neighbours({ product, version }: Target): string {
  const known = knownVersions[product];
  const older = known.findLast((each) => compareVersions(each, version) < 0);
  const newer = known.find((each) => compareVersions(each, version) > 0);
  return [older, newer].filter((each) => each !== undefined).join(' and ');
}
