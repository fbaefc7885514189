import { isLoopback } from '../addresses';
import { readSentinelFile } from '../../sentinel/monitored';
import type { DocumentRule } from '../rule';

/** Sentinel hands the address of the primary to clients and to other Sentinels as it is. */
export const sentinelLoopbackMonitor: DocumentRule = {
  id: 'sentinel-loopback-monitor',
  group: 'sentinel',
  severity: 'warning',
  scope: 'document',
  title: 'A primary is watched at its loopback address',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    for (const { name, monitor, host, replicas, sentinels } of readSentinelFile(settings).monitored.values()) {
      const word = monitor.args[1];
      if (!word || monitor.occurrence.included || !isLoopback(host)) continue;
      const others = [...replicas, ...sentinels].some((known) => !isLoopback(known));
      yield {
        line: monitor.occurrence.line,
        span: word,
        // Everything on one machine works, and stock files look like that.
        severity: others ? 'warning' : 'information',
        message: `Clients that ask for "${name}" are sent to ${host}, which is their own machine, and other Sentinels watch their own. Name the address of the primary's machine.`,
      };
    }
  },
};
