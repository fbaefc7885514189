import { isLoopback } from '../addresses';
import { appendLine } from '../appendLine';
import { argumentTexts } from '../arguments';
import { defaultUser } from '../defaultUser';
import type { Fix } from '../finding';
import { choice, replaceSpan } from '../fix';
import type { DocumentRule, RuleEnvironment } from '../rule';
import type { Occurrence, Settings } from '../settings';
import { isWhole, ownLine } from '../stated';
import { servesTls } from '../tls';

/** Without a password: can other machines come in, and what keeps them out? */
export const openToTheNetwork: DocumentRule = {
  id: 'open-to-the-network',
  group: 'security',
  severity: 'warning',
  scope: 'document',
  title: 'No password, and other machines can reach the server',
  *check(settings, env) {
    if (env.kind !== 'redis' || !isWhole(settings, env) || !listens(settings)) return;
    const user = defaultUser(settings, env);
    if (user.access !== 'open' || !user.commands) return;
    const bind = settings.last('bind');
    const reached = bind ? argumentTexts(bind, env).find(({ text }) => !isLoopback(text.replace(/^-/, '')))?.text : '*';
    if (reached === undefined || reached === '') return;
    const where = bind ? `on ${reached}` : 'on every address';
    const remedy = `Set a password with "requirepass"${env.era === 5 ? '' : ' or users'}, or bind to this machine only.`;
    if (!settings.isOn('protected-mode')) {
      const mode = ownLine(settings, 'protected-mode');
      yield {
        line: (mode ?? bind)?.line ?? 0,
        message: `Everybody who reaches this server may read and change everything: it listens ${where}, asks for no password, and protected-mode is off. ${remedy}`,
        fixes: [...switchedOn(mode, settings, env), ...toThisMachine(bind, settings, env)],
      };
    } else if (bind && env.era < 7) {
      yield {
        line: bind.line,
        message: `Everybody who reaches ${reached} may read and change everything: there is no password, and up to 6.2 any "bind" line switches protected-mode off by itself. ${remedy}`,
        fixes: toThisMachine(bind, settings, env),
      };
    } else {
      yield {
        line: (bind ?? ownLine(settings, 'protected-mode'))?.line ?? 0,
        severity: 'information',
        message: `The server listens ${where} without a password, so only protected-mode keeps other machines out: it refuses all of them. ${remedy}`,
        fixes: toThisMachine(bind, settings, env),
      };
    }
  },
};

/** Is there a TCP port for clients that does not ask for a certificate? */
function listens(settings: Settings): boolean {
  if (settings.number('port') !== 0n) return true;
  return servesTls(settings) && (settings.value('tls-auth-clients') ?? 'yes').toLowerCase() !== 'yes';
}

function switchedOn(mode: Occurrence | undefined, settings: Settings, env: RuleEnvironment): Fix[] {
  // Up to 6.2 protected-mode does nothing beside a bind line.
  const word = mode?.args[0];
  if (!mode || !word || (env.era < 7 && settings.last('bind'))) return [];
  return [choice('Switch protected-mode on', replaceSpan(word, 'yes', mode.line))];
}

function toThisMachine(bind: Occurrence | undefined, settings: Settings, env: RuleEnvironment): Fix[] {
  const addresses = env.era === 7 ? '127.0.0.1 -::1' : '127.0.0.1';
  const title = `Bind to this machine only (${addresses})`;
  if (!bind) return [choice(title, appendLine(settings, `bind ${addresses}`))];
  const [first] = bind.args;
  const end = bind.args.at(-1)?.end;
  if (bind.included || !first || end === undefined) return [];
  return [choice(title, replaceSpan({ start: first.start, end }, addresses, bind.line))];
}
