import type { RuleEnvironment } from './rule';
import type { Occurrence, Settings } from './settings';
import type { Word } from './syntax';

/** How the user works that every connection starts with. */
export interface DefaultUser {
  /** `open` asks for no password; `unknown` when the users stand in an ACL file. */
  readonly access: 'open' | 'closed' | 'unknown';
  /** May it run anything at all? */
  readonly commands: boolean;
  /** Has it the mark that protected-mode looks at? A user that is off can have it too. */
  readonly nopass: boolean;
  /** The line that decides: `user default` wins over `requirepass`. Absent: the server's default, open to all. */
  readonly line: Occurrence | undefined;
}

/**
 * The default user that the file makes. A `user default` line starts from nothing, whatever `requirepass` says;
 * measured on 6.0.16 to 8.6.3 and Valkey 8.0 to 9.1.
 */
export function defaultUser(settings: Settings, env: RuleEnvironment): DefaultUser {
  let user = remembered.get(settings);
  if (!user) {
    user = readDefaultUser(settings, env);
    remembered.set(settings, user);
  }
  return user;
}

/** Several rules ask, and a file may have thousands of users. Settings live until the next change of the document. */
const remembered = new WeakMap<Settings, DefaultUser>();

function readDefaultUser(settings: Settings, env: RuleEnvironment): DefaultUser {
  const requirepass = settings.last('requirepass');
  const nopass = (requirepass?.args[0]?.text ?? '') === '';
  const fromPassword: DefaultUser = { access: nopass ? 'open' : 'closed', commands: true, nopass, line: requirepass };
  if (env.era === 5) return fromPassword;
  if ((settings.written('aclfile') ?? '') !== '')
    return { access: 'unknown', commands: true, nopass: true, line: undefined };
  const line = userDefaultLine(settings);
  return line ? { ...readUser(line.args.slice(1)), line } : fromPassword;
}

/** The last `user default` line. */
export function userDefaultLine(settings: Settings): Occurrence | undefined {
  return settings.all('user').findLast(({ args }) => args[0]?.text === 'default');
}

function readUser(rules: readonly Word[]): Pick<DefaultUser, 'access' | 'commands' | 'nopass'> {
  let on = false;
  let nopass = false;
  let commands = false;
  for (const { text } of rules) {
    const rule = text.toLowerCase();
    if (rule === 'on') on = true;
    else if (rule === 'off') on = false;
    else if (rule === 'nopass') nopass = true;
    else if (rule === 'resetpass' || text.startsWith('>') || text.startsWith('#')) nopass = false;
    else if (rule === 'reset') [on, nopass, commands] = [false, false, false];
    else if (rule === 'nocommands' || rule === '-@all') commands = false;
    else if (rule === 'allcommands' || text.startsWith('+') || /^\(.*\+/.test(text)) commands = true;
  }
  return { access: on && nopass ? 'open' : 'closed', commands, nopass };
}
