import { choice, commentLine } from '../fix';
import type { DocumentRule } from '../rule';
import { relatedLine } from '../settings';
import { atLeast } from '../target';
import { stops } from '../wording';

/** Users are either in the configuration or in an ACL file, not in both. */
export const aclTwoSources: DocumentRule = {
  id: 'acl-two-sources',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'Users both in user lines and in an ACL file',
  *check(settings, env) {
    const file = settings.last('aclfile');
    if (!file || file.included || env.kind === 'sentinel' || file.args[0]?.text === '') return;
    const user = settings.last('user');
    if (!user) return;
    const [product, conf] = atLeast(env.target, 'valkey', '8.0.0')
      ? ['Valkey', 'valkey.conf']
      : ['Redis', 'redis.conf'];
    const reason = `Configuring ${product} with users defined in ${conf} and at the same setting an ACL file path is invalid.`;
    yield {
      line: file.line,
      message: `Users are either in "user" lines or in the ACL file, not in both: move the lines to the file, or do without it. ${stops(reason)}`,
      related: relatedLine(user, 'A user is defined here.'),
      fixes: [choice('Comment the ACL file out', commentLine(file.line))],
    };
  },
};
