import { isOutSystems } from '../profiles';
import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** The procedure keeps sessions in memory only. */
export const outsystemsAppendOnly: DocumentRule = {
  id: 'outsystems-append-only',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'OutSystems: the append-only file is switched on',
  *check(settings, env) {
    const line = ownLine(settings, 'appendonly');
    const word = line?.args[0];
    if (!isOutSystems(env) || !line || !word || !settings.isOn('appendonly')) return;
    yield {
      line: line.line,
      span: word,
      message:
        'The procedure has "appendonly no": sessions live in memory and in the replica. With "yes" every change of a session is written to disk too, which the published sizes do not count in.',
      fixes: [changeTo('no', word, line.line)],
    };
  },
};
