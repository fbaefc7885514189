import { certain, replaceSpan } from '../fix';
import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';
import { atLeast, type Target } from '../target';

/** What becomes of `databases` in a cluster, in words. */
function fate(target: Target): { readonly text: string; readonly without: boolean } {
  if (atLeast(target, 'valkey', '9.0.0')) {
    return {
      text: 'In a cluster the number of databases is "cluster-databases"; this line has no effect.',
      without: true,
    };
  }
  if (target.product === 'valkey' || atLeast(target, 'redis', '7.2.0')) {
    return { text: 'A cluster has database 0 only: the server warns at the start and goes on with 1.', without: true };
  }
  return { text: 'A cluster has database 0 only: SELECT of any other is refused.', without: false };
}

/** Databases beside number 0 do not exist in a cluster. */
export const clusterDatabasesIgnored: DocumentRule = {
  id: 'cluster-databases-ignored',
  group: 'cluster',
  severity: 'information',
  scope: 'document',
  title: 'The number of databases does not count in a cluster',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled')) return;
    const line = ownLine(settings, 'databases');
    const word = line?.args[0];
    const count = settings.number('databases');
    if (!line || !word || count === undefined || count <= 1n) return;
    const { text, without } = fate(env.target);
    yield {
      line: line.line,
      message: text,
      tags: ['unnecessary'],
      fixes: [without ? certain('Change to 1', replaceSpan(word, '1', line.line)) : changeTo('1', word, line.line)],
    };
  },
};
