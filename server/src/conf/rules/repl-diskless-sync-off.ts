import type { DocumentRule } from '../rule';
import { keepsNothing } from '../snapshots';
import { addAfter, changeTo, ownLine, sureValue } from '../stated';

/** Lines that show that the server takes part in replication. */
const REPLICATES = ['replicaof', 'cluster-enabled', 'min-replicas-to-write', 'masterauth'] as const;

/** A server that wants nothing on disk writes a whole dump there for each new replica. */
export const replDisklessSyncOff: DocumentRule = {
  id: 'repl-diskless-sync-off',
  group: 'replication',
  severity: 'information',
  scope: 'document',
  title: 'A server without persistence writes dumps to disk for its replicas',
  *check(settings, env) {
    if (env.kind !== 'redis' || sureValue(settings, env, 'repl-diskless-sync')?.toLowerCase() !== 'no') return;
    if (!keepsNothing(settings, env)) return;
    const stated = ownLine(settings, 'repl-diskless-sync');
    const word = stated?.args[0];
    const role = REPLICATES.map((key) => ownLine(settings, key)).find((line) => line !== undefined);
    const place = stated ?? role;
    if (!place || (!stated && role?.directive.key === 'cluster-enabled' && !settings.isOn('cluster-enabled'))) return;
    yield {
      line: place.line,
      ...(word ? { span: word } : {}),
      message: `The server keeps nothing on disk, yet for a full copy to a replica it writes a dump there first${stated ? '' : ' ("repl-diskless-sync" is "no" by default in this version)'}. With "repl-diskless-sync yes" the copy goes straight to the replica.`,
      fixes: [
        stated && word
          ? changeTo('yes', word, stated.line)
          : addAfter(settings, place.line, 'Add "repl-diskless-sync yes"', 'repl-diskless-sync yes'),
      ],
    };
  },
};
