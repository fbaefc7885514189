import { choice, replaceSpan } from '../fix';
import type { DocumentRule } from '../rule';
import { relatedLine } from '../settings';
import { stops } from '../wording';

/** A cluster node needs a file for what it learns of the cluster. */
export const clusterConfigFileMissing: DocumentRule = {
  id: 'cluster-config-file-missing',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'A cluster node without a file for the cluster state',
  *check(settings) {
    const file = settings.last('cluster-config-file');
    const name = file?.args[0];
    if (!file || file.included || !name || name.text !== '' || !settings.isOn('cluster-enabled')) return;
    yield {
      line: file.line,
      span: name,
      message: `A cluster node needs a file in which it keeps what it knows of the cluster. ${stops("Can't open  in order to acquire a lock: No such file or directory")}`,
      related: relatedLine(settings.last('cluster-enabled'), 'Cluster mode is switched on here.'),
      fixes: [choice('Change to nodes.conf, the default', replaceSpan(name, 'nodes.conf', file.line))],
    };
  },
};
