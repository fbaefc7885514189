import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** A barrier of 0 lets a primary give away its last replica. */
export const clusterMigrationBarrierZero: DocumentRule = {
  id: 'cluster-migration-barrier-zero',
  group: 'cluster',
  severity: 'warning',
  scope: 'document',
  title: 'A primary may lose its last replica to another primary',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled')) return;
    const line = ownLine(settings, 'cluster-migration-barrier');
    const word = line?.args[0];
    if (!line || !word || settings.number('cluster-migration-barrier') !== 0n) return;
    // A server that lets no replica move has no use for the barrier.
    if (settings.written('cluster-allow-replica-migration')?.toLowerCase() === 'no') return;
    yield {
      line: line.line,
      span: word,
      message:
        'With a barrier of 0 a primary gives away even its last replica to one that has none, and is itself without. The server calls this useful for debugging and dangerous in production; the default is 1.',
      fixes: [changeTo('1', word, line.line)],
    };
  },
};
