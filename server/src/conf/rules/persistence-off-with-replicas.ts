import { replicationSign } from '../replicationSign';
import type { DocumentRule } from '../rule';
import { hasBuiltInPoints, keepsNothing } from '../snapshots';
import { ownLine } from '../stated';

/** Nothing is written to disk, and an empty primary empties its replicas. */
export const persistenceOffWithReplicas: DocumentRule = {
  id: 'persistence-off-with-replicas',
  group: 'persistence',
  severity: 'warning',
  scope: 'document',
  title: 'No persistence where a restarted primary would empty its replicas',
  *check(settings, env) {
    if (env.kind !== 'redis' || env.template || !keepsNothing(settings, env)) return;
    const sign = replicationSign(settings);
    // A single server without persistence may be meant so; nuxeo-persistence speaks for Nuxeo.
    if (!sign && env.profile !== 'outsystems') return;
    const place = ownLine(settings, 'save') ?? ownLine(settings, 'appendonly') ?? sign;
    const reason =
      settings.count('save') === 0 && !hasBuiltInPoints(env)
        ? ' (without a "save" line this version takes no snapshots)'
        : '';
    // The OutSystems procedure accepts the loss of sessions.
    const accepted =
      env.profile === 'outsystems' || (settings.value('maxmemory-policy') ?? '').toLowerCase().startsWith('allkeys-');
    yield {
      line: place?.line ?? 0,
      severity: sign && !accepted ? 'warning' : 'information',
      message: sign
        ? `Nothing is kept on disk${reason}. A primary that is restarted by itself, after a crash or a reboot, comes back empty before anybody takes over, and its replicas copy the empty data set. Use snapshots or the append-only file, or keep the service from restarting by itself.`
        : `Nothing is kept on disk${reason}: after a restart all data is gone.`,
    };
  },
};
