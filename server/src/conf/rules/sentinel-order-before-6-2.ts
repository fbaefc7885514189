import { namesPrimary, readSentinelFile } from '../../sentinel/monitored';
import { choice, insertLineBefore, removeLine } from '../fix';
import type { DocumentRule } from '../rule';
import { compareVersions } from '../target';

/** An order that only servers since 6.2 understand. In older ones the same lines are refused, which is an error. */
export const sentinelOrderBefore62: DocumentRule = {
  id: 'sentinel-order-before-6-2',
  group: 'sentinel',
  severity: 'information',
  scope: 'document',
  title: 'Lines about a primary stand before its monitor line',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    if (env.target.product === 'redis' && compareVersions(env.target.version, '6.2.0') < 0) return;
    const { lines, monitored } = readSentinelFile(settings);
    const seen = new Set<string>();
    for (const { occurrence, option, args } of lines) {
      const name = args[0]?.text ?? '';
      if (!namesPrimary(option) || seen.has(name)) continue;
      seen.add(name);
      const monitor = monitored.get(name)?.monitor.occurrence;
      if (option === 'monitor' || !monitor || monitor.included || occurrence.included) continue;
      yield {
        line: occurrence.line,
        message: `This line about "${name}" stands before its "sentinel monitor" line. This server reads them in any order; Redis up to 6.0 stops here: No such master with specified name.`,
        fixes: [
          choice(
            'Move the monitor line here',
            insertLineBefore(settings.text(monitor.line), occurrence.line),
            removeLine(monitor.line),
          ),
        ],
      };
    }
  },
};
