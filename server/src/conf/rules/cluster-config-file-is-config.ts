import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** The state of the cluster written over the configuration: two files with one name. */
export const clusterConfigFileIsConfig: DocumentRule = {
  id: 'cluster-config-file-is-config',
  group: 'cluster',
  severity: 'warning',
  scope: 'document',
  title: 'cluster-config-file has the name of this very file',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled') || settings.file.name === '') return;
    const line = ownLine(settings, 'cluster-config-file');
    const word = line?.args[0];
    if (!line || !word || word.text.split('/').at(-1) !== settings.file.name) return;
    const directory = word.text.slice(0, word.text.length - settings.file.name.length);
    const port = settings.number('port') ?? 0n;
    yield {
      line: line.line,
      span: word,
      message: `"cluster-config-file" is where the node writes what it knows of the cluster, not this file. If "${word.text}" is this file, the server stops (Unrecoverable error: corrupted cluster config file) or writes over it.`,
      fixes: [changeTo(`${directory}nodes${port > 0n ? `-${port}` : ''}.conf`, word, line.line)],
    };
  },
};
