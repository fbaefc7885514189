import type { Fix } from '../finding';
import { choice, insertLineAfter, replaceSpan } from '../fix';
import { followsSomebody } from '../replicationSign';
import type { DocumentReport, DocumentRule } from '../rule';
import type { Occurrence, Settings } from '../settings';
import { isWhole, ownLine } from '../stated';
import { servesTls } from '../tls';

/** Clients use TLS, but the servers do not among themselves. */
export const tlsNodesPlain: DocumentRule = {
  id: 'tls-nodes-plain',
  group: 'security',
  severity: 'warning',
  scope: 'document',
  title: 'Clients use TLS, the servers among themselves do not',
  *check(settings, env) {
    const tls = ownLine(settings, 'tls-port');
    if (env.kind !== 'redis' || !isWhole(settings, env) || !tls || !servesTls(settings)) return;
    if (!settings.isOn('tls-replication') && settings.number('port') === 0n) yield replication(settings, tls);
    if (!settings.isOn('tls-cluster') && settings.isOn('cluster-enabled')) {
      yield {
        ...at(settings, 'tls-cluster', tls),
        message:
          'The nodes of the cluster talk to each other without TLS: "tls-cluster" is no, so the bus and what it carries can be read and forged on the way.',
      };
    }
  },
};

function replication(settings: Settings, tls: Occurrence): DocumentReport {
  const replicaof = settings.last('replicaof');
  const follows = replicaof !== undefined && followsSomebody(replicaof);
  return {
    ...at(settings, 'tls-replication', tls),
    severity: follows || settings.isOn('cluster-enabled') ? 'warning' : 'hint',
    message: follows
      ? 'This replica speaks plain TCP to its primary, because "tls-replication" is no: a primary that is set up like it has no plain port and never answers.'
      : 'Should this server ever follow another one, it speaks plain TCP to it, because "tls-replication" is no: a primary that is set up like it has no plain port and never answers.',
  };
}

/** Where the directive stands, or the TLS port when it has no line, with the way to switch it on. */
function at(
  settings: Settings,
  key: string,
  tls: Occurrence,
): { readonly line: number; readonly fixes: readonly Fix[] } {
  const own = ownLine(settings, key);
  const word = own?.args[0];
  if (own && word) {
    return { line: own.line, fixes: [choice('Change to yes', replaceSpan(word, 'yes', own.line))] };
  }
  const added = insertLineAfter(`${key} yes`, settings.text(tls.line), tls.line);
  return { line: tls.line, fixes: settings.last(key) ? [] : [choice(`Add "${key} yes"`, added)] };
}
