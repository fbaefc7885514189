import { own } from '../own';
import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';

/** What each of them lets a client do. */
const LETS: Readonly<Record<string, string>> = {
  'enable-debug-command': 'DEBUG, which can crash or stop the server',
  'enable-module-command': 'MODULE LOAD, which runs any library of the machine inside the server',
  'enable-protected-configs': 'CONFIG SET dir and dbfilename, with which a client writes files where it likes',
};

/** Commands with which a client takes over the machine, open to clients from anywhere. */
export const debugCommandsEnabled: DirectiveRule = {
  id: 'debug-commands-enabled',
  group: 'security',
  severity: 'warning',
  scope: 'directive',
  keys: Object.keys(LETS),
  title: 'Dangerous commands are open to all clients',
  check: ({ directive, args }, env) => {
    const [value] = args;
    if (value?.text.toLowerCase() !== 'yes') return undefined;
    // outsystems-debug-command knows why it is there.
    if (env.profile === 'outsystems' && directive.key === 'enable-debug-command') return undefined;
    return {
      span: value,
      message: `"yes" opens ${own(LETS, directive.key) ?? 'it'}, to clients of every machine. "local" allows it to connections from this machine only.`,
      fixes: [changeTo('local', value), changeTo('no', value)],
    };
  },
};
