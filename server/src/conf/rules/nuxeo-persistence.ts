import { isNuxeo, weigh } from '../profiles';
import type { DocumentRule } from '../rule';
import { keepsNothing } from '../snapshots';
import { addAfter, anchorLine, changeTo, ownLine } from '../stated';

/** Queued jobs survive a restart only when they are on disk. */
export const nuxeoPersistence: DocumentRule = {
  id: 'nuxeo-persistence',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'Nuxeo: queued jobs are lost when the server restarts',
  *check(settings, env) {
    if (!isNuxeo(env) || !keepsNothing(settings, env)) return;
    const appendonly = ownLine(settings, 'appendonly');
    const word = appendonly?.args[0];
    const line = appendonly?.line ?? anchorLine(settings, 'save', 'dir', 'port');
    yield {
      line,
      severity: weigh(env),
      message:
        'Neither snapshots nor an append-only file: jobs that Nuxeo has queued are lost when this server restarts. On a running server use CONFIG SET appendonly yes first; a restart with the line alone starts empty.',
      fixes: [
        appendonly && word
          ? changeTo('yes', word, line)
          : addAfter(settings, line, 'Add "appendonly yes"', 'appendonly yes'),
      ],
    };
  },
};
