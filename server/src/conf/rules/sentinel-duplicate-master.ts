import { sentinelFaults } from '../../sentinel/phases';
import type { DocumentRule } from '../rule';

/** A second `sentinel monitor` line with the same name. */
export const sentinelDuplicateMaster: DocumentRule = {
  id: 'sentinel-duplicate-master',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'Two monitor lines with the same name',
  *check(settings, env) {
    for (const { kind, report } of sentinelFaults(settings, env)) if (kind === 'duplicate-master') yield report;
  },
};
