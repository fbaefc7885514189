import type { Settings } from './settings';

/** Is TLS used for anything: for clients, for replication or for the cluster bus? */
export function usesTls(settings: Settings): boolean {
  return servesTls(settings) || settings.isOn('tls-replication') || settings.isOn('tls-cluster');
}

/** Is there a port that speaks TLS to clients? */
export function servesTls(settings: Settings): boolean {
  return (settings.number('tls-port') ?? 0n) !== 0n;
}
