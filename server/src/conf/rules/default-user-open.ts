import { defaultUser } from '../defaultUser';
import type { DocumentRule } from '../rule';

/** `user default on nopass` with commands. */
export const defaultUserOpen: DocumentRule = {
  id: 'default-user-open',
  group: 'security',
  severity: 'warning',
  scope: 'document',
  title: 'The default user needs no password',
  *check(settings, env) {
    if (env.kind !== 'redis' || env.template) return;
    const { access, commands, line } = defaultUser(settings, env);
    if (access !== 'open' || !commands || !line || line.included || line.directive.key !== 'user') return;
    const password = (settings.written('requirepass') ?? '') !== '';
    const others = settings.count('user') > 1;
    // The server itself writes this line when nobody has set a password.
    if (!password && !others && line.line > (settings.rewriteTail ?? Number.POSITIVE_INFINITY)) return;
    const nopass = line.args.find(({ text }) => text.toLowerCase() === 'nopass');
    const effect = password
      ? 'It makes "requirepass" void: a "user default" line starts from nothing.'
      : others
        ? 'The other users are of little use: whoever leaves out the name is this one.'
        : 'Every connection begins as this user.';
    yield {
      line: line.line,
      ...(nopass ? { span: nopass } : {}),
      severity: password || others ? 'warning' : 'information',
      message: `The default user runs commands without a password. ${effect} Give it a password, or switch it "off".`,
    };
  },
};
