/** Directives about data, replication and the cluster, none of which Sentinel has. */
const USELESS = new Set([
  'save',
  'appendonly',
  'appendfsync',
  'appendfilename',
  'appenddirname',
  'dbfilename',
  'rdbcompression',
  'rdbchecksum',
  'databases',
  'replicaof',
  'masterauth',
  'masteruser',
  'stop-writes-on-bgsave-error',
  'notify-keyspace-events',
  'loadmodule',
  'activedefrag',
]);
const USELESS_FAMILY =
  /^(?:active-defrag-|aof-|auto-aof-|cluster-|hash-max-|lazyfree-|lfu-|list-max-|maxmemory(?:-policy|-samples)?$|min-replicas-|repl-|replica-|set-max-|zset-max-)/;

/** Does Sentinel accept this directive without having any use for it? */
export function isOfNoUseToSentinel(key: string): boolean {
  return USELESS.has(key) || USELESS_FAMILY.test(key);
}
