import { isNuxeo } from '../profiles';
import type { DocumentRule } from '../rule';
import { anchorLine } from '../stated';
import { compareVersions, targetLabel } from '../target';

/** The last line of Redis in the support matrix ends below this version. */
const BEYOND = '6.1.0';

/** The support matrix ends with Redis 6.0, and LTS 2023 has no Redis at all. */
export const nuxeoVersion: DocumentRule = {
  id: 'nuxeo-version',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'Nuxeo: the support matrix does not name this server',
  *check(settings, env) {
    if (!isNuxeo(env)) return;
    if (env.target.product === 'redis' && compareVersions(env.target.version, BEYOND) < 0) return;
    yield {
      line: anchorLine(settings, 'port'),
      message: `Nuxeo LTS 2021 supports Redis up to 6.0, and LTS 2023 has removed Redis. ${targetLabel(env.target)} is outside the matrix.`,
    };
  },
};
