import { defaultUser, userDefaultLine } from '../defaultUser';
import type { DocumentRule } from '../rule';
import { ownLine } from '../stated';

/** A `user default` line that starts without the password of `requirepass`. */
export const requirepassOverridden: DocumentRule = {
  id: 'requirepass-overridden',
  group: 'security',
  severity: 'warning',
  scope: 'document',
  title: 'A "user default" line makes requirepass void',
  *check(settings, env) {
    const password = ownLine(settings, 'requirepass');
    const text = password?.args[0]?.text ?? '';
    if (env.kind !== 'redis' || env.template || !password || text === '') return;
    if (defaultUser(settings, env).access !== 'closed') return;
    const user = userDefaultLine(settings);
    if (!user) return;
    const given = user.args.map((word) => word.text);
    // A hash may well be that of the same password: CONFIG REWRITE writes both lines.
    if (given.some((rule) => rule.startsWith('#') || rule === `>${text}`)) return;
    const result = given.some((rule) => rule.startsWith('>'))
      ? 'Only the password of that line opens the server.'
      : 'That line gives no password, so that nobody can log in as the default user.';
    yield {
      line: password.line,
      message: `This password has no effect: a "user default" line starts from nothing, wherever it stands. ${result} Add ">" with this password to the line, or remove one of the two.`,
      tags: ['unnecessary'],
      ...(user.included
        ? {}
        : {
            related: [
              {
                range: {
                  start: { line: user.line, character: 0 },
                  end: { line: user.line, character: user.content.text.length },
                },
                message: 'This line decides.',
              },
            ],
          }),
    };
  },
};
