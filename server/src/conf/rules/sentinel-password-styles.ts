import { readSentinelFile } from '../../sentinel/monitored';
import { choice, removeLine } from '../fix';
import type { DocumentRule } from '../rule';
import { isWhole, ownLine } from '../stated';

/** There are two ways to let Sentinels log in to each other; half of one, or both, is a mistake. */
export const sentinelPasswordStyles: DocumentRule = {
  id: 'sentinel-password-styles',
  group: 'sentinel',
  severity: 'warning',
  scope: 'document',
  title: 'The passwords between Sentinels do not fit together',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    const { global } = readSentinelFile(settings);
    const pass = global.get('sentinel-pass');
    const user = global.get('sentinel-user');
    if (!pass) {
      if (user && !user.occurrence.included && isWhole(settings, env)) {
        yield {
          line: user.occurrence.line,
          message: '"sentinel-user" counts only together with "sentinel-pass".',
        };
      }
      return;
    }
    if (pass.occurrence.included) return;
    const line = pass.occurrence.line;
    const requirepass = ownLine(settings, 'requirepass');
    const own = settings.written('requirepass') ?? '';
    const namesOther = user !== undefined && user.args[0]?.text !== 'default';
    if (own === '') {
      if (!isWhole(settings, env) || settings.count('user') > 0 || settings.count('aclfile') > 0) return;
      yield {
        line,
        message:
          'This Sentinel sends a password to the others but asks nobody for one: anybody who reaches its port can start a failover. Set "requirepass" to the same password in every Sentinel file.',
      };
    } else if (!namesOther) {
      const same = own === pass.args[0]?.text;
      yield {
        line,
        severity: same ? 'information' : 'warning',
        message: same
          ? '"requirepass" alone already serves both ways between Sentinels; "sentinel-pass" says the same again. Keep one of the two styles.'
          : '"requirepass" is what this Sentinel asks for, "sentinel-pass" what it sends to the others. They differ, so Sentinels with the same file refuse each other.',
        fixes: [choice('Remove this line', removeLine(line))],
        ...(requirepass
          ? {
              related: [
                {
                  range: {
                    start: { line: requirepass.line, character: 0 },
                    end: { line: requirepass.line, character: requirepass.content.text.length },
                  },
                  message: 'The password that this Sentinel asks for',
                },
              ],
            }
          : {}),
      };
    }
  },
};
