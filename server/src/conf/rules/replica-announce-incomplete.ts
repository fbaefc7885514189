import type { DocumentRule } from '../rule';
import { ownLine } from '../stated';

/** Where ports are mapped, a replica has to announce both address and port. */
export const replicaAnnounceIncomplete: DocumentRule = {
  id: 'replica-announce-incomplete',
  group: 'replication',
  severity: 'hint',
  scope: 'document',
  title: 'A replica announces its address or its port, but not both',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.complete || env.template) return;
    const ip = (settings.written('replica-announce-ip') ?? '') !== '';
    const port = (settings.number('replica-announce-port') ?? 0n) !== 0n;
    if (ip === port) return;
    const line = ownLine(settings, ip ? 'replica-announce-ip' : 'replica-announce-port');
    if (!line) return;
    yield {
      line: line.line,
      message: ip
        ? 'Only the address is announced; others are sent to the real port. Where ports are mapped, state "replica-announce-port" too.'
        : 'Only the port is announced; the address is the one that the primary sees, behind address translation that of the gateway. There, state "replica-announce-ip" too.',
    };
  },
};
