import { choice, removeLine } from '../fix';
import type { DocumentRule } from '../rule';
import { relatedLine } from '../settings';
import { stops, stopsHere } from '../wording';

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
    const words = replicaof.args
      .map((word) => word.text.toLowerCase())
      .join(' ')
      .trim();
    if (env.era !== 5 && words === 'no one') return;
    const name = replicaof.content.words[0]?.text ?? 'replicaof';
    // Since 7.0 the server checks it after it has read the whole file.
    const say = env.era === 7 ? stops : stopsHere;
    yield {
      line: replicaof.line,
      message: `A cluster node is told by CLUSTER REPLICATE whom to follow, not by "${name}" in its file. ${say('replicaof directive not allowed in cluster mode')}`,
      related: relatedLine(settings.last('cluster-enabled'), 'Cluster mode is switched on here.'),
      fixes: [choice('Remove the line', removeLine(replicaof.line))],
    };
  },
};
