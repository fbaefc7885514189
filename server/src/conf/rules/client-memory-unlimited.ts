import type { DocumentRule } from '../rule';
import { addAfter, changeTo, isWhole, ownLine } from '../stated';
import { maxmemoryOf } from './no-maxmemory';

/** Clients together may take as much memory as they like. */
export const clientMemoryUnlimited: DocumentRule = {
  id: 'client-memory-unlimited',
  group: 'memory',
  severity: 'information',
  scope: 'document',
  title: 'No limit to the memory of all clients together',
  *check(settings, env) {
    if (env.kind !== 'redis' || env.purpose !== 'production' || !isWhole(settings, env)) return;
    if (!env.catalogue.byKey('maxmemory-clients') || settings.number('maxmemory-clients') !== 0n) return;
    const limit = ownLine(settings, 'maxmemory');
    // The share of clients is one of maxmemory.
    if (!limit || (maxmemoryOf(settings, env) ?? 0n) === 0n) return;
    const stated = ownLine(settings, 'maxmemory-clients');
    const word = stated?.args[0];
    yield {
      line: stated?.line ?? limit.line,
      message:
        'The buffers of clients are not limited together: many connections, or a few with large replies, can take the memory that "maxmemory" gives to the data. "maxmemory-clients 5%" is the share to begin with.',
      fixes:
        stated && word
          ? [changeTo('5%', word, stated.line)]
          : [addAfter(settings, limit.line, 'Add "maxmemory-clients 5%"', 'maxmemory-clients 5%')],
    };
  },
};
