import type { DocumentRule } from '../rule';
import { addAfter, isWhole, ownLine, sureValue } from '../stated';

/** In the background, what would be printed goes nowhere. */
export const logfileEmptyWithDaemonize: DocumentRule = {
  id: 'logfile-empty-with-daemonize',
  group: 'host',
  severity: 'information',
  scope: 'document',
  title: 'In the background without a log file, the log is lost',
  *check(settings, env) {
    if (!settings.isOn('daemonize') || sureValue(settings, env, 'logfile') !== '') return;
    if (settings.isOn('syslog-enabled') || !isWhole(settings, env)) return;
    if ((settings.written('supervised') ?? 'no').toLowerCase() !== 'no') return;
    const line = ownLine(settings, 'logfile') ?? ownLine(settings, 'daemonize');
    if (!line) return;
    const path = `/var/log/redis/${env.kind === 'sentinel' ? 'redis-sentinel' : 'redis-server'}.log`;
    yield {
      line: line.line,
      message:
        'In the background without a log file everything that the server logs goes to /dev/null, also the reason why it stopped. State "logfile", or switch "syslog-enabled" on.',
      fixes:
        line.directive.key === 'daemonize'
          ? [addAfter(settings, line.line, `Add "logfile ${path}"`, `logfile ${path}`)]
          : [],
    };
  },
};
