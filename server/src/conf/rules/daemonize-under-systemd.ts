import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';

/** A server that goes to the background is lost to a service manager that watches it. */
export const daemonizeUnderSystemd: DocumentRule = {
  id: 'daemonize-under-systemd',
  group: 'host',
  severity: 'hint',
  scope: 'document',
  title: 'The server goes to the background by itself',
  *check(settings) {
    const line = ownLine(settings, 'daemonize');
    const word = line?.args[0];
    if (!line || !word || !settings.isOn('daemonize')) return;
    const supervised = settings.written('supervised')?.toLowerCase();
    const manager = supervised === 'systemd' || supervised === 'upstart' ? supervised : undefined;
    yield {
      line: line.line,
      span: word,
      message: manager
        ? `"supervised ${manager}" wins when ${manager} starts the server; in every other start it goes to the background. Say one of both.`
        : 'A systemd unit of type simple or notify expects the server in the foreground, and containers end with it. Keep "yes" only for a unit of type forking, or one that passes --daemonize no.',
      fixes: [changeTo('no', word, line.line)],
    };
  },
};
