import type { DocumentRule } from '../rule';
import type { Occurrence } from '../settings';
import { ownLine } from '../stated';

/** A server built without TLS knows none of these names. One hint for the first of them is enough. */
export const tlsNeedsBuild: DocumentRule = {
  id: 'tls-needs-build',
  group: 'host',
  severity: 'hint',
  scope: 'document',
  title: 'TLS needs a server that was built with it',
  *check(settings) {
    let first: Occurrence | undefined;
    for (const key of settings.keys()) {
      if (!key.startsWith('tls-')) continue;
      const line = ownLine(settings, key);
      if (line && (!first || line.line < first.line)) first = line;
    }
    if (!first) return;
    yield {
      line: first.line,
      message:
        'A server that was built without TLS does not know this directive and stops here. Packages of the distributions have TLS since Redis 6; a build of your own needs "make BUILD_TLS=yes".',
    };
  },
};
