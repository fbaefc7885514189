import { isGenerated, readSentinelFile } from '../../sentinel/monitored';
import type { DocumentRule } from '../rule';

/** What Sentinel writes into its own file is its memory. */
export const sentinelState: DocumentRule = {
  id: 'sentinel-state',
  group: 'sentinel',
  severity: 'hint',
  scope: 'document',
  title: 'Lines that Sentinel writes itself',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    const first = readSentinelFile(settings).lines.find(
      ({ option, occurrence }) => isGenerated(option) && !occurrence.included,
    );
    if (!first) return;
    yield {
      line: first.occurrence.line,
      message:
        'Sentinel keeps its state in this file: ids, epochs, the replicas and Sentinels that it knows. It rewrites these lines on every change; do not edit them, and do not copy them to another Sentinel.',
    };
  },
};
