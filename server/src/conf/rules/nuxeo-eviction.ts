import { isNuxeo } from '../profiles';
import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** Jobs and locks must not vanish. */
export const nuxeoEviction: DocumentRule = {
  id: 'nuxeo-eviction',
  group: 'profile',
  severity: 'warning',
  scope: 'document',
  title: 'Nuxeo: jobs are evicted when memory is full',
  *check(settings, env) {
    const line = ownLine(settings, 'maxmemory-policy');
    const word = line?.args[0];
    if (!isNuxeo(env) || !line || !word) return;
    const policy = settings.value('maxmemory-policy')?.toLowerCase();
    if (policy === undefined || policy === 'noeviction') return;
    yield {
      line: line.line,
      span: word,
      message: `With "${policy}" a full server throws queued jobs, locks and transient files away. Nuxeo cannot work with a server that evicts: use noeviction.`,
      fixes: [changeTo('noeviction', word, line.line)],
    };
  },
};
