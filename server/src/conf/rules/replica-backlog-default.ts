import { followsSomebody } from '../replicationSign';
import type { DocumentRule } from '../rule';
import type { Occurrence, Settings } from '../settings';
import { isMissing } from '../stated';
import { humanBytes } from '../values';

const ENOUGH = 10n * 1024n * 1024n;

/** Replication with the smallest backlog that there is. */
export const replicaBacklogDefault: DocumentRule = {
  id: 'replica-backlog-default',
  group: 'memory',
  severity: 'information',
  scope: 'document',
  title: 'Replication with the default backlog',
  *check(settings, env) {
    if (env.kind !== 'redis' || !isMissing(settings, env, 'repl-backlog-size')) return;
    const size = settings.number('repl-backlog-size') ?? 0n;
    const sign = size >= ENOUGH ? undefined : replicated(settings);
    if (!sign || sign.included) return;
    yield {
      line: sign.line,
      message: `The replication backlog has its default size of ${humanBytes(size)}. A replica that was away while more than that was written needs a full copy of the data. Set "repl-backlog-size" to the bytes written in the longest interruption that you expect.`,
    };
  },
};

/** The line that shows that this server has replicas or is one. */
function replicated(settings: Settings): Occurrence | undefined {
  const replicaof = settings.last('replicaof');
  if (replicaof && followsSomebody(replicaof)) return replicaof;
  return (settings.number('min-replicas-to-write') ?? 0n) > 0n ? settings.last('min-replicas-to-write') : undefined;
}
