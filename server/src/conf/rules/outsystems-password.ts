import { isOutSystems } from '../profiles';
import type { DocumentRule } from '../rule';
import type { Settings } from '../settings';
import { anchorLine, isWhole, ownLine } from '../stated';

const SHORTEST = 16;
/** What ends a part of the connection string, or is markup in the file that holds it. */
const UNFIT = /[,="<&\s]/;

/** Does a line that the server wrote itself give the default user a password? */
function defaultUserHasPassword(settings: Settings): boolean {
  return settings
    .all('user')
    .some(({ args }) => args[0]?.text === 'default' && args.some((word) => /^[>#]/.test(word.text)));
}

/** Front ends log in with a password that stands in a connection string. */
export const outsystemsPassword: DocumentRule = {
  id: 'outsystems-password',
  group: 'profile',
  severity: 'warning',
  scope: 'document',
  title: 'OutSystems: the password is missing, short, or does not fit a connection string',
  *check(settings, env) {
    if (!isOutSystems(env)) return;
    const line = ownLine(settings, 'requirepass');
    const word = line?.args[0];
    const password = settings.written('requirepass') ?? '';
    if (password === '') {
      if (!isWhole(settings, env) || settings.count('aclfile') > 0 || defaultUserHasPassword(settings)) return;
      yield {
        line: line?.line ?? anchorLine(settings, 'protected-mode', 'bind', 'port'),
        message: `There is no "requirepass". The Configuration Tool refuses a connection without a password; choose one of ${SHORTEST} or more letters and digits.`,
      };
      return;
    }
    if (!line || !word) return;
    const wrong: string[] = [];
    if (password.length < SHORTEST) wrong.push(`has ${password.length} characters instead of ${SHORTEST} or more`);
    if (UNFIT.test(password)) {
      wrong.push('holds a character (one of , = " < & or a blank) that breaks the connection string');
    }
    if (wrong.length === 0) return;
    yield {
      line: line.line,
      span: word,
      message: `The password ${wrong.join(' and ')}. Use letters and digits only.`,
    };
  },
};
