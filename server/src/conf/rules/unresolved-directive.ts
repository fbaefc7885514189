import { findAnywhere } from '../catalogue/catalogue';
import { describeAvailability } from '../catalogue/availability';
import { choice, replaceSpan } from '../fix';
import type { DocumentRule } from '../rule';
import { targetName } from '../target';
import { nearestDirective } from './unknown-directive';

/**
 * A name that the target keeps for modules: Redis 8 all unknown ones, the others names with a dot. When no module
 * takes it, the start ends after the load. Sentinel never asks.
 */
export const unresolvedDirective: DocumentRule = {
  id: 'unresolved-directive',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'An unknown name that only a module could take, and no module takes it',
  *check(settings, env) {
    const unresolved = settings.unresolved();
    if (unresolved.length === 0) return;
    const modules = settings.count('loadmodule') > 0 || !settings.complete;
    for (const { line, content } of unresolved) {
      const name = content.words[0];
      if (!name) continue;
      const entry = findAnywhere(name.text);
      const uncertain = env.catalogue.uncertain(name.text);
      const nearest = entry ? undefined : nearestDirective(name.text, env.catalogue);
      const known = entry
        ? `${targetName(env.target)} does not know "${name.text}"; ${describeAvailability(name.text, entry)} does.`
        : `"${name.text}" is no directive of ${targetName(env.target)}${nearest ? `; "${nearest}" is` : ''}.`;
      const fixes = nearest ? [choice(`Change to "${nearest}"`, replaceSpan(name, nearest, line))] : [];
      const place = { line, span: name, fixes };
      if (env.kind === 'sentinel') {
        yield { ...place, severity: 'warning', message: `${known} Sentinel ignores the line without a word.` };
      } else if (modules) {
        yield { ...place, severity: 'information', message: `${known} It is an error unless a loaded module takes it.` };
      } else if (uncertain) {
        yield { ...place, severity: 'information', message: `${known} This exact version was not checked.` };
      } else {
        yield { ...place, message: `${known} The start ends after the load: Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting.` };
      }
    }
  },
};
