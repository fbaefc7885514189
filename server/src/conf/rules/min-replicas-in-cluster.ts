import type { DocumentRule } from '../rule';
import { ownLine } from '../stated';

/** In a shard with one replica, the loss of that replica stops the writes of the shard. */
export const minReplicasInCluster: DocumentRule = {
  id: 'min-replicas-in-cluster',
  group: 'replication',
  severity: 'information',
  scope: 'document',
  title: 'A cluster node refuses writes without enough replicas',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled')) return;
    const line = ownLine(settings, 'min-replicas-to-write');
    const count = settings.number('min-replicas-to-write') ?? 0n;
    if (!line || count < 1n || settings.number('min-replicas-max-lag') === 0n) return;
    yield {
      line: line.line,
      message: `Every shard needs ${count === 1n ? 'a working replica' : `${count} working replicas`} now, or its slots take no writes; right after a failover the new primary may have none. Have one replica more a shard than this number.`,
    };
  },
};
