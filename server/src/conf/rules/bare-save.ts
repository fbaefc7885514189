import { choice, replaceSpan } from '../fix';
import type { DirectiveRule } from '../rule';
import { hasBuiltInPoints } from '../snapshots';

/** `save` without an argument is accepted and does little. */
export const bareSave: DirectiveRule = {
  id: 'bare-save',
  group: 'traps',
  severity: 'warning',
  scope: 'directive',
  keys: ['save'],
  title: 'save without an argument',
  check: ({ name, args }, env) => {
    if (args.length > 0) return undefined;
    const effect = hasBuiltInPoints(env)
      ? 'It takes the built-in points away, as any first "save" line does, but not the points of lines before it.'
      : 'It has no effect in this version.';
    return {
      message: `"${name.text}" alone sets no snapshot point. ${effect} Write save "" to switch snapshots off, or seconds and changes to set a point.`,
      fixes: [choice('Change to save "", no snapshots', replaceSpan(name, 'save ""'))],
    };
  },
};
