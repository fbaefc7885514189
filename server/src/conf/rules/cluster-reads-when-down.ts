import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** Reads from a node that has lost the majority of the cluster. */
export const clusterReadsWhenDown: DocumentRule = {
  id: 'cluster-reads-when-down',
  group: 'cluster',
  severity: 'information',
  scope: 'document',
  title: 'Nodes answer reads while the cluster is down',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled') || !settings.isOn('cluster-allow-reads-when-down'))
      return;
    const line = ownLine(settings, 'cluster-allow-reads-when-down');
    const word = line?.args[0];
    if (!line || !word) return;
    yield {
      line: line.line,
      span: word,
      message:
        'A node that is cut off from the majority goes on answering reads, while the other side may have moved on. Readers can get old values without knowing it.',
      fixes: [changeTo('no', word, line.line)],
    };
  },
};
