import { defaultUser } from '../defaultUser';
import { certain, replaceSpan } from '../fix';
import type { DocumentRule } from '../rule';
import { ownLine } from '../stated';

/** With a password, protected-mode keeps nobody out; without it, it is the last guard. */
export const protectedModeOff: DocumentRule = {
  id: 'protected-mode-off',
  group: 'security',
  severity: 'hint',
  scope: 'document',
  title: 'protected-mode is off although a password makes that unnecessary',
  *check(settings, env) {
    const mode = ownLine(settings, 'protected-mode');
    const word = mode?.args[0];
    // The OutSystems procedure asks for it.
    if (env.kind !== 'redis' || env.profile === 'outsystems' || !mode || !word || settings.isOn('protected-mode'))
      return;
    const user = defaultUser(settings, env);
    if (user.access !== 'closed' || user.nopass) return;
    yield {
      line: mode.line,
      span: word,
      message:
        'With a password set, protected-mode refuses nobody, so there is nothing to gain by switching it off; and on the day the password goes, the server is open.',
      fixes: [certain('Switch protected-mode on', replaceSpan(word, 'yes', mode.line))],
    };
  },
};
