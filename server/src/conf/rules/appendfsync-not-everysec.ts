import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

const MEANS: ReadonlyMap<string, string> = new Map([
  [
    'no',
    'The system decides when the append-only file reaches the disk, usually within 30 seconds: that much can be lost with the machine. "everysec" loses about one second.',
  ],
  [
    'always',
    'Every write waits for the disk: the safest setting, and slower by the time that the disk needs. "everysec" loses about one second at most.',
  ],
]);

/** What the two rarer settings of appendfsync cost. */
export const appendfsyncNotEverysec: DocumentRule = {
  id: 'appendfsync-not-everysec',
  group: 'persistence',
  severity: 'information',
  scope: 'document',
  title: 'appendfsync no loses more, appendfsync always costs more',
  *check(settings, env) {
    const line = ownLine(settings, 'appendfsync');
    const word = line?.args[0];
    const message = MEANS.get(word?.text.toLowerCase() ?? '');
    if (env.kind !== 'redis' || !line || !word || !message || !settings.isOn('appendonly')) return;
    yield { line: line.line, span: word, message, fixes: [changeTo('everysec', word, line.line)] };
  },
};
