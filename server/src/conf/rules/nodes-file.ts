import { isNodesFile } from '../machineOwned';
import type { DocumentRule } from '../rule';

/** How many lines tell that a file is the cluster state. */
const LOOKED_AT = 25;

/** The file in which a cluster node keeps what it knows of the cluster. Nothing else is said of it. */
export const nodesFile: DocumentRule = {
  id: 'nodes-file',
  group: 'traps',
  severity: 'information',
  scope: 'document',
  title: 'The file is the cluster state of a node, which the server writes itself',
  *check(settings) {
    const lines = Array.from({ length: Math.min(LOOKED_AT, settings.lineCount) }, (_, line) => settings.text(line));
    if (!isNodesFile(lines)) return;
    yield {
      line: 0,
      message:
        'This is the state of a cluster node, written by the server itself (cluster-config-file). It is no configuration: do not edit it, and never copy it to another node.',
    };
  },
};
