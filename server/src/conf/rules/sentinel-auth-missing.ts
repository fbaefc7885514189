import { readSentinelFile } from '../../sentinel/monitored';
import type { DocumentRule } from '../rule';

/** Without a password Sentinel can only watch servers that ask for none. */
export const sentinelAuthMissing: DocumentRule = {
  id: 'sentinel-auth-missing',
  group: 'sentinel',
  severity: 'hint',
  scope: 'document',
  title: 'Sentinel has no password for the primary',
  *check(settings, env) {
    if (env.kind !== 'sentinel' || !settings.complete || env.template) return;
    for (const { name, monitor, options } of readSentinelFile(settings).monitored.values()) {
      if (options.has('auth-pass') || monitor.occurrence.included) continue;
      yield {
        line: monitor.occurrence.line,
        message: options.has('auth-user')
          ? `"auth-user" counts only together with "sentinel auth-pass ${name} <password>".`
          : `There is no "sentinel auth-pass ${name} <password>". If the primary and its replicas ask for a password, Sentinel takes them for down.`,
        ...(options.has('auth-user') ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
