import { sentinelFaults } from '../../sentinel/phases';
import type { DocumentRule } from '../rule';

/** A host name where Sentinel takes addresses only, or a text that can never become an address. */
export const sentinelHostName: DocumentRule = {
  id: 'sentinel-host-name',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'A host that Sentinel does not resolve',
  *check(settings, env) {
    for (const { kind, report } of sentinelFaults(settings, env)) if (kind === 'host') yield report;
  },
};
