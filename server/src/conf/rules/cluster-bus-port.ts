import type { DocumentRule } from '../rule';
import { compareVersions } from '../target';

const HIGHEST_WITH_BUS = 55_535n;

/** The bus port is the data port plus 10000 unless `cluster-port` (7.0) says otherwise, and must be free. */
export const clusterBusPort: DocumentRule = {
  id: 'cluster-bus-port',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'The port of the cluster bus cannot exist, or is the data port',
  *check(settings, env) {
    if (!settings.isOn('cluster-enabled')) return;
    const knowsTls = env.era === 7 || compareVersions(env.target.version, '6.0.0') >= 0;
    const dataKey = knowsTls && settings.isOn('tls-cluster') ? 'tls-port' : 'port';
    const data = settings.number(dataKey) ?? 0n;
    const bus = settings.number('cluster-port') ?? 0n;
    const dataLine = settings.last(dataKey);
    if (bus === 0n) {
      if (data > HIGHEST_WITH_BUS && dataLine && !dataLine.included) {
        yield {
          line: dataLine.line,
          message: `The cluster bus listens on the data port plus 10000, here ${data + 10_000n}, and there is no such port. Use a data port up to ${HIGHEST_WITH_BUS}${env.era === 7 ? ' or set "cluster-port"' : ''}. The server stops: port number too high.`,
        };
      }
      return;
    }
    const busLine = settings.last('cluster-port');
    if (!busLine || busLine.included) return;
    const taken = (['port', 'tls-port'] as const).find((key) => settings.number(key) === bus);
    if (taken) {
      yield {
        line: busLine.line,
        message: `"cluster-port" and "${taken}" are both ${bus}; each needs a port of its own. The server stops: Failed listening on port ${bus} (cluster).`,
      };
    }
  },
};
