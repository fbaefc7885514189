/** What a path in an argument names. */
export type PathKind = 'file' | 'directory';

const PATHS: ReadonlyMap<string, PathKind> = new Map([
  ['aclfile', 'file'],
  ['dir', 'directory'],
  ['include', 'file'],
  ['loadmodule', 'file'],
  ['logfile', 'file'],
  ['pidfile', 'file'],
  ['tls-ca-cert-dir', 'directory'],
  ['tls-ca-cert-file', 'file'],
  ['tls-cert-file', 'file'],
  ['tls-client-cert-file', 'file'],
  ['tls-client-key-file', 'file'],
  ['tls-dh-params-file', 'file'],
  ['tls-key-file', 'file'],
  ['unixsocket', 'file'],
]);
const SENTINEL_PATHS: ReadonlySet<string> = new Set(['notification-script', 'client-reconfig-script']);

/** Does the first argument of this directive name a path, and what of? */
export function pathKindOf(key: string): PathKind | undefined {
  return PATHS.get(key);
}

/** The directives whose first argument is a path. */
export const pathDirectives: Iterable<string> = [...PATHS.keys()];

/** Is the argument behind the primary's name a path in this line of a sentinel file? */
export function isSentinelScript(sub: string): boolean {
  return SENTINEL_PATHS.has(sub.toLowerCase());
}
