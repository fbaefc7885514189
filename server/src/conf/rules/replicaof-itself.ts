import { isLoopback } from '../addresses';
import { argumentTexts } from '../arguments';
import { removeLine, choice } from '../fix';
import type { DocumentRule } from '../rule';
import { ownLine, sureNumber } from '../stated';

/** A replica of its own address never gets anywhere. */
export const replicaofItself: DocumentRule = {
  id: 'replicaof-itself',
  group: 'replication',
  severity: 'warning',
  scope: 'document',
  title: 'The server is to follow itself',
  *check(settings, env) {
    const line = ownLine(settings, 'replicaof');
    if (env.kind !== 'redis' || !line) return;
    const [host, port] = argumentTexts(line, env);
    if (!host || !port) return;
    const own = ['port', 'tls-port'].some((key) => {
      const number = sureNumber(settings, env, key);
      return number !== undefined && number !== 0n && String(number) === port.text;
    });
    if (!own) return;
    const bind = settings.last('bind');
    const bound = bind ? argumentTexts(bind, env).map(({ text }) => text.replace(/^-/, '')) : [];
    const unixOnly =
      bound.length > 0 &&
      !bound.some((address) => isLoopback(address) || address === '*' || address === '0.0.0.0' || address === '::');
    if (!bound.includes(host.text) && !(isLoopback(host.text) && !unixOnly)) return;
    yield {
      line: line.line,
      message: `${host.text} port ${port.text} is this server itself. It starts, refuses writes as a replica, and asks itself in vain for the data of its primary.`,
      fixes: [choice('Remove the line', removeLine(line.line))],
    };
  },
};
