import type { DocumentRule } from '../rule';
import { addAfter, ownLine, sureNumber } from '../stated';

/** Behind address translation a node has to announce what others can reach: address, data port and bus port. */
export const clusterAnnounceIncomplete: DocumentRule = {
  id: 'cluster-announce-incomplete',
  group: 'cluster',
  severity: 'warning',
  scope: 'document',
  title: 'The addresses that a cluster node announces are incomplete',
  *check(settings, env) {
    if (env.kind !== 'redis' || !settings.isOn('cluster-enabled') || !settings.complete) return;
    const tls = settings.isOn('tls-cluster');
    const announced = (key: string): bigint => settings.number(key) ?? 0n;
    const port = announced('cluster-announce-port');
    const tlsPort = announced('cluster-announce-tls-port');
    const bus = announced('cluster-announce-bus-port');
    const tlsLine = ownLine(settings, 'cluster-announce-tls-port');
    if (tlsLine && tlsPort !== 0n && !tls) {
      yield {
        line: tlsLine.line,
        severity: 'information',
        message: '"cluster-announce-tls-port" counts only with "tls-cluster yes". Here it has no effect.',
        tags: ['unnecessary'],
      };
    }
    const dataKey = tls ? 'tls-port' : 'port';
    const announcedData = tls && tlsPort !== 0n ? tlsPort : port;
    const real = sureNumber(settings, env, dataKey);
    const dataLine = ownLine(settings, tls && tlsPort !== 0n ? 'cluster-announce-tls-port' : 'cluster-announce-port');
    if (dataLine && announcedData !== 0n && bus === 0n && real !== undefined && announcedData !== real) {
      const busNow = announced('cluster-port') || real + 10_000n;
      yield {
        line: dataLine.line,
        message: `The node announces data port ${announcedData} instead of ${real}, but its bus port stays ${busNow}, which others may not reach through the same mapping. State "cluster-announce-bus-port".`,
        fixes: [
          addAfter(
            settings,
            dataLine.line,
            `Announce bus port ${announcedData + 10_000n}`,
            `cluster-announce-bus-port ${announcedData + 10_000n}`,
          ),
        ],
      };
    }
    const busLine = ownLine(settings, 'cluster-announce-bus-port');
    if (
      busLine &&
      bus !== 0n &&
      announcedData === 0n &&
      real !== undefined &&
      bus !== (announced('cluster-port') || real + 10_000n)
    ) {
      yield {
        line: busLine.line,
        message: `The node announces bus port ${bus}, but clients and nodes are still sent to "${dataKey}" ${real}. Where ports are mapped, state "${tls ? 'cluster-announce-tls-port' : 'cluster-announce-port'}" too.`,
      };
    }
    const anyPort = dataLine && announcedData !== 0n ? dataLine : busLine && bus !== 0n ? busLine : undefined;
    if (
      anyPort &&
      !(settings.value('cluster-announce-ip') ?? '') &&
      !(settings.value('cluster-announce-hostname') ?? '')
    ) {
      yield {
        line: anyPort.line,
        severity: 'information',
        message:
          'Ports are announced without "cluster-announce-ip". Where ports are mapped, the address that other nodes see is usually not one that clients can use.',
      };
    }
  },
};
