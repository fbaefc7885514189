import type { Occurrence, Settings } from './settings';

/** Directives whose presence with a value says that there is more than one server. */
const WITH_A_VALUE = ['replica-announce-ip', 'masterauth', 'masteruser'];

/**
 * The line that shows best that the server is part of a replicated set, a cluster or a Sentinel deployment; undefined
 * when no line does.
 */
export function replicationSign(settings: Settings): Occurrence | undefined {
  const replicaof = settings.last('replicaof');
  if (replicaof && followsSomebody(replicaof)) return replicaof;
  if (settings.isOn('cluster-enabled')) return settings.last('cluster-enabled');
  if ((settings.number('min-replicas-to-write') ?? 0n) > 0n) return settings.last('min-replicas-to-write');
  for (const key of WITH_A_VALUE) {
    if ((settings.written(key) ?? '') !== '') return settings.last(key);
  }
  if (settings.isOn('tls-replication')) return settings.last('tls-replication');
  if ((settings.number('replica-priority') ?? 100n) !== 100n) return settings.last('replica-priority');
  return undefined;
}

/** Does this `replicaof` line name a primary? */
export function followsSomebody({ args }: Pick<Occurrence, 'args'>): boolean {
  const words = args
    .map(({ text }) => text.toLowerCase())
    .join(' ')
    .trim();
  return words !== '' && words !== 'no one';
}
