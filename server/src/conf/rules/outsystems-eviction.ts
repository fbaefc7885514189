import { isOutSystems } from '../profiles';
import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** An evicted session is a user who is logged out. */
export const outsystemsEviction: DocumentRule = {
  id: 'outsystems-eviction',
  group: 'profile',
  severity: 'warning',
  scope: 'document',
  title: 'OutSystems: sessions are evicted when memory is full',
  *check(settings, env) {
    const line = ownLine(settings, 'maxmemory-policy');
    const word = line?.args[0];
    if (!isOutSystems(env) || !line || !word) return;
    const policy = settings.value('maxmemory-policy')?.toLowerCase();
    if (policy === undefined || policy === 'noeviction') return;
    yield {
      line: line.line,
      span: word,
      message: `With "${policy}" a full server throws sessions away: users are logged out, or lose one of the two keys that make a session. Use noeviction and enough memory.`,
      fixes: [changeTo('noeviction', word, line.line)],
    };
  },
};
