import type { DocumentRule } from '../rule';
import { changeTo, ownLine, sureValue } from '../stated';

/** Up to 6.2 snapshot and append-only file lie in one directory. */
export const aofAndRdbSameName: DocumentRule = {
  id: 'aof-and-rdb-same-name',
  group: 'persistence',
  severity: 'warning',
  scope: 'document',
  title: 'Snapshot and append-only file have the same name',
  *check(settings, env) {
    if (env.kind !== 'redis' || env.era === 7 || env.template || !settings.isOn('appendonly')) return;
    const name = sureValue(settings, env, 'appendfilename');
    if (name === undefined || name !== sureValue(settings, env, 'dbfilename')) return;
    const aof = ownLine(settings, 'appendfilename');
    const line = aof ?? ownLine(settings, 'dbfilename');
    const word = line?.args[0];
    if (!line || !word) return;
    yield {
      line: line.line,
      span: word,
      message: `Snapshot and append-only file are both "${name}" in the same directory: each snapshot replaces the append-only file, and what was written since is lost.`,
      fixes: [changeTo(aof ? 'appendonly.aof' : 'dump.rdb', word, line.line)],
    };
  },
};
