import type { DocumentRule } from '../rule';
import { takesSnapshots } from '../snapshots';
import { ownLine } from '../stated';

/** On a server that has data, the append-only file is switched on at run time first. */
export const appendonlySwitchedInFile: DocumentRule = {
  id: 'appendonly-switched-in-file',
  group: 'persistence',
  severity: 'hint',
  scope: 'document',
  title: 'appendonly yes: not by editing the file of a server that has data',
  *check(settings, env) {
    const line = ownLine(settings, 'appendonly');
    if (env.kind !== 'redis' || env.template || !line || !settings.isOn('appendonly')) return;
    // What the server wrote itself was switched on at run time; without snapshots there is nothing to lose.
    if (line.line > (settings.rewriteTail ?? Number.POSITIVE_INFINITY) || takesSnapshots(settings, env) === false)
      return;
    yield {
      line: line.line,
      message:
        'Fine for a new server. One that has only a snapshot so far starts empty with this line, and its next snapshot overwrites the data: there, run CONFIG SET appendonly yes first, wait until INFO persistence shows that the rewrite is done, then CONFIG REWRITE.',
    };
  },
};
