import { certain, choice, replaceSpan } from '../fix';
import { renamedName } from '../renamedName';
import type { DirectiveRule } from '../rule';
import { targetLabel } from '../target';

/** The line has a name that the target still takes, but no longer uses itself. */
export const renamedDirective: DirectiveRule = {
  id: 'renamed-directive',
  group: 'versions',
  severity: 'hint',
  scope: 'directive',
  title: 'An older name of a directive',
  check: ({ name, directive }, env) => {
    const renamed = renamedName(name.text, directive, env.target);
    if (!renamed) return undefined;
    const title = `Change to "${renamed.current}"`;
    const edit = replaceSpan(name, renamed.current);
    if (renamed.shared) {
      return {
        span: name,
        message: `Valkey calls this "${renamed.current}" and takes "${name.text}", the name in Redis, just as well.`,
        fixes: [choice(title, edit)],
      };
    }
    return {
      span: name,
      message: `${targetLabel(env.target)} calls this "${renamed.current}"; "${name.text}" is the older name, which it still takes but never writes.`,
      tags: ['deprecated'],
      fixes: [certain(title, edit)],
    };
  },
};
