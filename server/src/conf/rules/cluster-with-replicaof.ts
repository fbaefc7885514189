import { choice, removeLine } from '../fix';
import type { DocumentRule } from '../rule';

/** A cluster node cannot be told in its file whom to follow. `replicaof no one` is accepted since 6.0. */
export const clusterWithReplicaof: DocumentRule = {
  id: 'cluster-with-replicaof',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'replicaof in the file of a cluster node',
  *check(settings, env) {
    const replicaof = settings.last('replicaof');
    if (!replicaof || replicaof.included || !settings.isOn('cluster-enabled')) return;
    const words = replicaof.args.map((word) => word.text.toLowerCase()).join(' ').trim();
    if (env.era !== 5 && words === 'no one') return;
    yield {
      line: replicaof.line,
      message:
        'A cluster node is told by CLUSTER REPLICATE whom to follow, not by its file. The server stops: replicaof directive not allowed in cluster mode.',
      fixes: [choice('Remove the line', removeLine(replicaof.line))],
    };
  },
};
