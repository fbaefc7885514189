import type { RuleEnvironment } from './rule';
import { compareVersions } from './target';

/** A port that a server opens, and what for. */
export interface Port {
  readonly number: bigint;
  readonly kind: 'tcp' | 'tls' | 'cluster';
}

/** Since 6.2 a leading `-` marks an address that may be missing, and `::*` means all IPv6 addresses. */
export function knowsOptionalAddress(env: RuleEnvironment): boolean {
  return env.era === 7 || compareVersions(env.target.version, '6.2.0') >= 0;
}

/** The server's words when it cannot open a port. Up to 6.0 they name the address and say why. */
export function listenFailure({ number, kind }: Port, address: string, why: string, env: RuleEnvironment): string {
  if (!knowsOptionalAddress(env)) return `Could not create server TCP listening socket ${address}:${number}: ${why}`;
  const upper = env.target.product === 'redis' && compareVersions(env.target.version, '7.2.0') < 0;
  const name = upper && kind !== 'cluster' ? kind.toUpperCase() : kind;
  return `Failed listening on port ${number} (${name}), aborting.`;
}
