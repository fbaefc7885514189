import { queuesLines } from '../../sentinel/forms';
import { sentinelFaults } from '../../sentinel/phases';
import type { DocumentRule } from '../rule';

/** A line about a primary that no `sentinel monitor` line introduces; up to 6.0 it has to stand above. */
export const sentinelMasterUnknown: DocumentRule = {
  id: 'sentinel-master-unknown',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'A sentinel line about a primary that no monitor line introduces',
  *check(settings, env) {
    const [broken] = settings.refusedLines('sentinel');
    for (const { kind, report } of sentinelFaults(settings, env)) {
      if (kind !== 'unknown-master') continue;
      // A broken line may be the monitor line that is missing; where order counts, only for the lines below it.
      if (broken !== undefined && (queuesLines(env.target) || report.line > broken)) continue;
      yield report;
    }
  },
};
