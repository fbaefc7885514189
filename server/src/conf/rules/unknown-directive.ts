import { distance } from 'fastest-levenshtein';
import { type Catalogue, findAnywhere } from '../catalogue/catalogue';
import { certain, choice, replaceSpan } from '../fix';
import type { RawLineRule } from '../rule';
import { targetName } from '../target';

/** The name of the target's directives that is nearest to `name`, when one is near enough to be meant. */
export function nearestDirective(name: string, catalogue: Catalogue): string | undefined {
  const wanted = name.toLowerCase().replaceAll('_', '-');
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  for (const directive of catalogue.directives) {
    if (directive.facts.hidden) continue;
    for (const spelling of directive.spellings) {
      if (Math.abs(spelling.length - wanted.length) > bestDistance) continue;
      const away = distance(wanted, spelling.replaceAll('_', '-'));
      if (away < bestDistance || (away === bestDistance && best === undefined)) {
        best = spelling;
        bestDistance = away;
      }
    }
  }
  return best;
}

/** A name that no version knows: a typo, `=` between name and value, a line of another file. */
export const unknownDirective: RawLineRule = {
  id: 'unknown-directive',
  group: 'start',
  severity: 'error',
  scope: 'unknown',
  title: 'The name is no directive of the target',
  check: (line, env) => {
    const name = line.words[0];
    if (!name || findAnywhere(name.text)) return undefined;
    const stop = `${targetName(env.target)} stops here: Bad directive or wrong number of arguments.`;
    const assignment = /^([A-Za-z][\w-]*)=(.*)$/.exec(name.text);
    const assigned = assignment?.[1] && env.catalogue.find(assignment[1]);
    if (assignment && assigned) {
      return {
        span: name,
        message: `Name and value are separated by a blank here, not by "=". ${stop}`,
        fixes: [certain('Replace "=" by a blank', replaceSpan(name, `${assignment[1]} ${assignment[2] ?? ''}`))],
      };
    }
    const nearest = nearestDirective(name.text, env.catalogue);
    return {
      span: name,
      message: `"${name.text}" is no directive${nearest ? `; "${nearest}" is` : ''}. ${stop}`,
      fixes: nearest ? [choice(`Change to "${nearest}"`, replaceSpan(name, nearest))] : [],
    };
  },
};
