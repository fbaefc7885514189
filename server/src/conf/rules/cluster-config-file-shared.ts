import type { DocumentRule } from '../rule';
import { addAfter, changeTo, ownLine, sureNumber, sureValue } from '../stated';

const DEFAULT_NAME = 'nodes.conf';
const DEFAULT_PORT = 6379n;

/** Several nodes on one host need a state file each; a port that is not the default says that there are several. */
export const clusterConfigFileShared: DocumentRule = {
  id: 'cluster-config-file-shared',
  group: 'cluster',
  severity: 'information',
  scope: 'document',
  title: 'The state file of the cluster has its default name in a directory that other nodes may share',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled') || env.profile === 'outsystems') return;
    const port = sureNumber(settings, env, 'port');
    if (port === undefined || port === 0n || port === DEFAULT_PORT) return;
    if (sureValue(settings, env, 'cluster-config-file') !== DEFAULT_NAME) return;
    if ((settings.written('dir') ?? '').includes(String(port))) return;
    const line = ownLine(settings, 'cluster-config-file');
    const word = line?.args[0];
    const enabled = line ?? ownLine(settings, 'cluster-enabled');
    if (!enabled) return;
    const name = `nodes-${port}.conf`;
    yield {
      line: enabled.line,
      ...(word ? { span: word } : {}),
      message: `The node keeps its state in ${DEFAULT_NAME}, and "dir" does not name port ${port}. A second node with the same directory cannot start: the file is locked. Give each node a file of its own.`,
      fixes: [
        line && word
          ? changeTo(name, word, line.line)
          : addAfter(settings, enabled.line, `Add "cluster-config-file ${name}"`, `cluster-config-file ${name}`),
      ],
    };
  },
};
