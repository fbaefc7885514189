import { choice, removeLine } from '../fix';
import type { DocumentRule } from '../rule';

/** A line before an `include` whose file sets the same directive. */
export const includeOrder: DocumentRule = {
  id: 'include-order',
  group: 'traps',
  severity: 'information',
  scope: 'document',
  title: 'An included file overrides a line before it',
  *check(settings, env) {
    if (env.template || settings.count('include') === 0) return;
    for (const key of settings.keys()) {
      if (settings.count(key) < 2) continue;
      const winner = settings.last(key);
      if (!winner?.included || winner.directive.entry.repeat !== 'last') continue;
      const own = settings.all(key).findLast(({ included }) => !included);
      if (!own) continue;
      const { uri, line } = winner.included;
      const name = own.content.words[0]?.text ?? key;
      yield {
        line: own.line,
        message: `A file that is included further down sets "${name}" again, and what is read last wins: this line has no effect. Move it behind the "include" if it should hold.`,
        fixes: [choice('Remove this line', removeLine(own.line))],
        tags: ['unnecessary'],
        related: [
          {
            uri,
            range: { start: { line, character: 0 }, end: { line, character: winner.content.text.length } },
            message: 'This line wins.',
          },
        ],
      };
    }
  },
};
