import type { DirectiveRule } from '../rule';

/** Hiding commands behind other names is what users were made for. */
export const renameCommandDeprecated: DirectiveRule = {
  id: 'rename-command-deprecated',
  group: 'security',
  severity: 'hint',
  scope: 'directive',
  keys: ['rename-command'],
  title: 'rename-command is deprecated since 6.0',
  check: ({ args }, env) => {
    if (env.era === 5 || env.kind === 'sentinel') return undefined;
    const command = args[0]?.text.toLowerCase() ?? '';
    return {
      message: `"rename-command" is deprecated since 6.0: it breaks tools, replicas and Sentinel, which use the real names. Take the command away from users instead, as in "user default ... -${command}".`,
      tags: ['deprecated'],
    };
  },
};
