import { sentinelFaults } from '../../sentinel/phases';
import type { DocumentRule } from '../rule';

/** A `sentinel` line that is refused by what stands in it alone: its sub word, the number of its arguments, a value. */
export const sentinelStatement: DocumentRule = {
  id: 'sentinel-statement',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'A sentinel line with an unknown sub word, a wrong number of arguments or a bad value',
  *check(settings, env) {
    for (const { kind, report } of sentinelFaults(settings, env)) if (kind === 'statement') yield report;
  },
};
