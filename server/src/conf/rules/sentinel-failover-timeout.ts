import { isPlainNumber, optionNumber, readSentinelFile } from '../../sentinel/monitored';
import type { DocumentRule } from '../rule';
import { changeTo } from '../stated';

/** A failover that is given up before the loss is even certain. */
export const sentinelFailoverTimeout: DocumentRule = {
  id: 'sentinel-failover-timeout',
  group: 'sentinel',
  severity: 'warning',
  scope: 'document',
  title: 'A failover gets no more time than the detection of the loss',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    for (const monitored of readSentinelFile(settings).monitored.values()) {
      const timeout = optionNumber(monitored, 'failover-timeout', 180_000);
      const downAfter = optionNumber(monitored, 'down-after-milliseconds', 30_000);
      const stated = monitored.options.get('failover-timeout') ?? monitored.options.get('down-after-milliseconds');
      const word = stated?.args[1];
      if (!stated || !word || stated.occurrence.included || timeout > downAfter || !isPlainNumber(word)) continue;
      const line = stated.occurrence.line;
      const isTimeout = stated.option === 'failover-timeout';
      yield {
        line,
        span: word,
        message: `A failover of "${monitored.name}" may take ${timeout} ms, no longer than the ${downAfter} ms until its loss is noticed: it is given up and tried again before the replicas have followed. The default is 180000.`,
        fixes: [changeTo(isTimeout ? '180000' : '30000', word, line)],
      };
    }
  },
};
