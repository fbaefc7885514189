import type { DocumentRule } from '../rule';

/** A cluster node needs a file for what it learns of the cluster. */
export const clusterConfigFileMissing: DocumentRule = {
  id: 'cluster-config-file-missing',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'A cluster node without a file for the cluster state',
  *check(settings) {
    const file = settings.last('cluster-config-file');
    if (!file || file.included || file.args[0]?.text !== '' || !settings.isOn('cluster-enabled')) return;
    yield {
      line: file.line,
      message: 'A cluster node needs a file for the cluster state. The server stops: Can\'t open  in order to acquire a lock.',
    };
  },
};
