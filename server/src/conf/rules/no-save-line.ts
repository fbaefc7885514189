import { appendLine } from '../appendLine';
import { choice } from '../fix';
import type { DocumentRule } from '../rule';
import { hasBuiltInPoints } from '../snapshots';
import { isMissing } from '../stated';

/** What it means in this version that the file says nothing of snapshots. */
export const noSaveLine: DocumentRule = {
  id: 'no-save-line',
  group: 'traps',
  severity: 'information',
  scope: 'document',
  title: 'No save line: what that means depends on the version',
  *check(settings, env) {
    // The house rules of OutSystems say it in their own words.
    if (env.kind !== 'redis' || env.profile === 'outsystems' || !isMissing(settings, env, 'save')) return;
    const off = choice('State "save """', appendLine(settings, 'save ""'));
    const points = ['save 3600 1', 'save 300 100', 'save 60 10000'].join('\n');
    const on = choice('State the points of newer versions', appendLine(settings, points));
    if (hasBuiltInPoints(env)) {
      yield {
        line: 0,
        severity: 'hint',
        message:
          'Without a "save" line the built-in points stay: a snapshot after 3600 s with 1 change, 300 s with 100, 60 s with 10000. Up to 6.0 there would be none. State what is meant, so that it holds in every version.',
        fixes: [{ ...on, title: 'State the built-in points' }, off],
      };
    } else {
      yield {
        line: 0,
        message:
          'Without a "save" line this version takes no snapshots at all. From 6.2 on built-in points hold instead. State what is meant, so that it holds in every version.',
        fixes: [off, on],
      };
    }
  },
};
