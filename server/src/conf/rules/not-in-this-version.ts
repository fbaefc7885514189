import { knownVersions } from '../catalogue/catalogue';
import { describeAvailability } from '../catalogue/availability';
import { findAnywhere } from '../catalogue/catalogue';
import { choice, commentLine } from '../fix';
import type { RawLineRule } from '../rule';
import { targetName } from '../target';

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
    const where = describeAvailability(name.text, entry);
    if (env.catalogue.uncertain(name.text)) {
      return {
        span: name,
        severity: 'information',
        message: `"${name.text}" is known by ${where}. Whether ${targetName(env.target)} knows it was not checked; the nearest versions that were are ${nearestChecked(env.target.product, env.target.version)}.`,
      };
    }
    return {
      span: name,
      message: `${targetName(env.target)} does not know "${name.text}"; ${where} does. It stops here: Bad directive or wrong number of arguments.`,
      fixes: [choice('Comment this line out', commentLine())],
    };
  },
};

function nearestChecked(product: 'redis' | 'valkey', version: string): string {
  const [major] = version.split('.');
  const near = knownVersions[product].filter((known) => known.startsWith(`${major}.`));
  return (near.length > 0 ? near : knownVersions[product].slice(-2)).join(', ');
}
