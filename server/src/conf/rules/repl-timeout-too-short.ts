import type { DocumentRule } from '../rule';
import { changeTo, ownLine, sureNumber } from '../stated';

/** A link that gives up before the next ping of the primary is due. */
export const replTimeoutTooShort: DocumentRule = {
  id: 'repl-timeout-too-short',
  group: 'replication',
  severity: 'warning',
  scope: 'document',
  title: 'repl-timeout is not longer than the time between two pings',
  *check(settings, env) {
    if (env.kind !== 'redis') return;
    const timeout = sureNumber(settings, env, 'repl-timeout');
    const period = sureNumber(settings, env, 'repl-ping-replica-period');
    if (timeout === undefined || period === undefined || timeout > period) return;
    const line = ownLine(settings, 'repl-timeout') ?? ownLine(settings, 'repl-ping-replica-period');
    const word = line?.args[0];
    if (!line || !word) return;
    const isTimeout = line.directive.key === 'repl-timeout';
    yield {
      line: line.line,
      span: word,
      message: `A primary with nothing to send pings its replicas every ${period} seconds, but the link gives up after ${timeout}: it breaks again and again while nobody writes. "repl-timeout" must be the larger one.`,
      fixes: [changeTo(isTimeout ? '60' : '10', word, line.line)],
    };
  },
};
