import { isLoopback } from '../addresses';
import { argumentTexts } from '../arguments';
import type { DocumentRule } from '../rule';
import { ownLine } from '../stated';

/** Primary and replica on one machine share its fate; and loopback addresses are what Sentinel passes on. */
export const replicaofLoopback: DocumentRule = {
  id: 'replicaof-loopback',
  group: 'replication',
  severity: 'information',
  scope: 'document',
  title: 'The primary is on the same machine',
  *check(settings, env) {
    const line = ownLine(settings, 'replicaof');
    if (env.kind !== 'redis' || !line) return;
    const [host, port] = argumentTexts(line, env);
    if (!host || !port || !isLoopback(host.text) || String(settings.number('port')) === port.text) return;
    yield {
      line: line.line,
      span: host.word,
      message: `The primary is on this very machine, so both fail together, and Sentinel would hand the address ${host.text} to other machines. Name an address that they can reach.`,
    };
  },
};
