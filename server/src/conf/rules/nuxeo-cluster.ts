import { isNuxeo } from '../profiles';
import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** The client inside Nuxeo does not follow redirections. */
export const nuxeoCluster: DocumentRule = {
  id: 'nuxeo-cluster',
  group: 'profile',
  severity: 'warning',
  scope: 'document',
  title: 'Nuxeo: the client does not speak the cluster protocol',
  *check(settings, env) {
    const line = ownLine(settings, 'cluster-enabled');
    const word = line?.args[0];
    if (!isNuxeo(env) || !line || !word || !settings.isOn('cluster-enabled')) return;
    yield {
      line: line.line,
      span: word,
      message:
        'Nuxeo connects to one server or through Sentinel; it does not follow the redirections of a cluster. Use a primary with replicas and three Sentinels.',
      fixes: [changeTo('no', word, line.line)],
    };
  },
};
