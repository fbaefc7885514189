import { isNuxeo, weigh } from '../profiles';
import type { DocumentRule } from '../rule';
import { anchorLine, isMissing, ownLine } from '../stated';

/** A backlog of jobs grows without a limit of its own. */
export const nuxeoMaxmemory: DocumentRule = {
  id: 'nuxeo-maxmemory',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'Nuxeo: no limit for the memory of the job queues',
  *check(settings, env) {
    if (!isNuxeo(env)) return;
    const line = ownLine(settings, 'maxmemory');
    const unlimited = line ? settings.number('maxmemory') === 0n : isMissing(settings, env, 'maxmemory');
    if (!unlimited) return;
    yield {
      line: line?.line ?? anchorLine(settings, 'maxmemory-policy', 'dir', 'port'),
      severity: weigh(env),
      message:
        'A mass operation in Nuxeo queues jobs by the thousand, and without "maxmemory" they grow until the kernel kills the server. State a limit that holds queues, transient store and caches, with noeviction.',
    };
  },
};
