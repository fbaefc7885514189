import { isOutSystems } from '../profiles';
import type { DocumentRule } from '../rule';
import { anchorLine } from '../stated';
import { targetLabel } from '../target';

/** Lines of Redis that the requirements name, in old and new editions. */
const LISTED = /^(?:5\.0|7\.0|7\.2|8\.2)\./;

/** The requirements name versions; others may work and are nobody's promise. */
export const outsystemsVersion: DocumentRule = {
  id: 'outsystems-version',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'OutSystems: the requirements do not name this server',
  *check(settings, env) {
    if (!isOutSystems(env)) return;
    if (env.target.product === 'redis' && LISTED.test(env.target.version)) return;
    yield {
      line: anchorLine(settings, 'port', 'cluster-enabled'),
      message: `The requirements of OutSystems name Redis 7.0, 7.2 (from Platform Server 11.35.0 on) and 8.2 (from 11.39.0 on), and for old platforms 5.0. ${targetLabel(env.target)} is not among them.`,
    };
  },
};
