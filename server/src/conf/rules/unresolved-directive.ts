import { findAnywhere } from '../catalogue/catalogue';
import type { DocumentRule } from '../rule';
import { explainElsewhere, explainNowhere } from '../unknownNames';
import { stops } from '../wording';

const UNRESOLVED =
  'Unresolved Configuration(s) Detected ... Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting';

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
      const { span, what, fixes } = entry
        ? explainElsewhere(name, entry, env, line)
        : explainNowhere(content, name, env, line);
      const place = { line, span, fixes };
      if (env.kind === 'sentinel') {
        yield { ...place, severity: 'warning', message: `${what} Sentinel ignores the line without a word.` };
      } else if (modules) {
        yield {
          ...place,
          severity: 'information',
          message: `${what} The server starts only if a module that it loads takes the name.`,
        };
      } else if (env.catalogue.uncertain(name.text)) {
        yield { ...place, severity: 'information', message: `${what} This exact version was not checked.` };
      } else {
        yield { ...place, message: `${what} ${stops(UNRESOLVED)}` };
      }
    }
  },
};
