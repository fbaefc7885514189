import { sentinelFaults } from '../../sentinel/phases';
import type { DocumentRule } from '../rule';

/** The same replica, the same Sentinel or the same renamed command twice for one primary. */
export const sentinelDuplicateEntry: DocumentRule = {
  id: 'sentinel-duplicate-entry',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'A replica, a Sentinel or a renamed command twice for one primary',
  *check(settings, env) {
    for (const { kind, report } of sentinelFaults(settings, env)) if (kind === 'duplicate-entry') yield report;
  },
};
