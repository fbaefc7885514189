import { isOutSystems } from '../profiles';
import type { DocumentRule } from '../rule';
import { addAfter, anchorLine, changeTo, isWhole, ownLine } from '../stated';

/** Production is a cluster of three servers, everything else one server. */
export const outsystemsCluster: DocumentRule = {
  id: 'outsystems-cluster',
  group: 'profile',
  severity: 'warning',
  scope: 'document',
  title: 'OutSystems: cluster mode does not fit the purpose',
  *check(settings, env) {
    if (!isOutSystems(env) || env.purpose === undefined) return;
    const line = ownLine(settings, 'cluster-enabled');
    const word = line?.args[0];
    const isCluster = settings.isOn('cluster-enabled');
    if (env.purpose === 'production' && !isCluster) {
      if (!line && !isWhole(settings, env)) return;
      const at = line?.line ?? anchorLine(settings, 'port');
      yield {
        line: at,
        ...(word ? { span: word } : {}),
        message:
          'In production sessions are kept by a cluster of three servers with two nodes each. A single server takes all sessions with it when it fails.',
        fixes: [
          line && word
            ? changeTo('yes', word, line.line)
            : addAfter(settings, at, 'Add "cluster-enabled yes"', 'cluster-enabled yes'),
        ],
      };
    } else if (env.purpose === 'non-production' && isCluster && line && word) {
      yield {
        line: line.line,
        span: word,
        severity: 'information',
        message:
          'For non-production environments the procedure has one server that all of them share; a cluster needs six nodes, and the connection string names all primaries.',
        fixes: [changeTo('no', word, line.line)],
      };
    }
  },
};
