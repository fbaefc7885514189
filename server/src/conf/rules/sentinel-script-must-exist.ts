import type { DirectiveRule } from '../rule';

const SCRIPTS = new Set(['notification-script', 'client-reconfig-script']);

/** Sentinel looks for its scripts at the start; whether they are there, only the machine knows. */
export const sentinelScriptMustExist: DirectiveRule = {
  id: 'sentinel-script-must-exist',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['sentinel'],
  title: 'A script that Sentinel must find at its start',
  check: ({ args }, env) => {
    const [sub, , path] = args;
    const option = sub?.text.toLowerCase() ?? '';
    if (env.kind !== 'sentinel' || !SCRIPTS.has(option) || !path || path.text === '' || args.length !== 3)
      return undefined;
    const which = option === 'notification-script' ? 'Notification' : 'Client reconfiguration';
    return {
      span: path,
      message: `This file has to be there and to be executable for the user of Sentinel, or it does not start: ${which} script seems non existing or non executable.`,
    };
  },
};
