import type { DocumentRule } from '../rule';
import { ownLine, sureNumber } from '../stated';

const BUS_OFFSET = 10_000n;

/** Without `cluster-port` the bus takes the data port plus 10000, which another port of the same file may hold. */
export const busPortCollides: DocumentRule = {
  id: 'bus-port-collides',
  group: 'cluster',
  severity: 'error',
  scope: 'document',
  title: 'The cluster bus needs a port that the same file gives to clients',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled')) return;
    if ((settings.number('cluster-port') ?? 0n) !== 0n) return;
    const [dataKey, otherKey] = settings.isOn('tls-cluster') ? ['tls-port', 'port'] : ['port', 'tls-port'];
    const data = sureNumber(settings, env, dataKey) ?? 0n;
    const other = sureNumber(settings, env, otherKey) ?? 0n;
    const line = ownLine(settings, otherKey) ?? ownLine(settings, dataKey);
    if (data === 0n || other !== data + BUS_OFFSET || !line) return;
    yield {
      line: line.line,
      message: `The cluster bus takes "${dataKey}" plus 10000, which is ${other}, and "${otherKey}" is ${other} too. Choose another port${env.era === 7 ? ' or set "cluster-port"' : ''}. The server stops: ${env.era === 7 ? `Failed listening on port ${other} (cluster), aborting.` : `Could not create server TCP listening socket *:${other}: bind: Address already in use.`}`,
    };
  },
};
