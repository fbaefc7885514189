import type { DocumentReport, DocumentRule } from '../rule';
import { type Occurrence, relatedLine } from '../settings';
import { sureNumber } from '../stated';
import { atLeast, compareVersions, type Target } from '../target';
import { stops } from '../wording';

const HIGHEST_WITH_BUS = 55_535n;
const BUS_DISTANCE = 10_000n;

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
    const knowsBus = env.catalogue.byKey('cluster-port') !== undefined;
    const bus = knowsBus ? sureNumber(settings, env, 'cluster-port') : 0n;
    if (bus === undefined) return;
    if (bus === 0n) {
      const dataLine = settings.last(dataKey);
      if (data <= HIGHEST_WITH_BUS || !dataLine || dataLine.included) return;
      const other = knowsBus ? ' or set "cluster-port"' : '';
      yield {
        ...at(dataLine),
        message: `The cluster bus listens on the data port plus 10000, here ${data + BUS_DISTANCE}, and there is no such port. Use a data port up to ${HIGHEST_WITH_BUS}${other}. ${stops(tooHigh(env.target))}`,
        related: relatedLine(settings.last('cluster-enabled'), 'Cluster mode is switched on here.'),
      };
      return;
    }
    const busLine = settings.last('cluster-port');
    if (!busLine || busLine.included) return;
    const taken = (['port', 'tls-port'] as const).find((key) => settings.number(key) === bus);
    if (taken) {
      yield {
        ...at(busLine),
        message: `"cluster-port" and "${taken}" are both ${bus}; each needs a port of its own. ${stops(`Failed listening on port ${bus} (cluster), aborting.`)}`,
        related: relatedLine(settings.last(taken), 'The same port is taken here.'),
      };
    }
  },
};

function at({ line, args: [port] }: Occurrence): Pick<DocumentReport, 'line' | 'span'> {
  return port ? { line, span: port } : { line };
}

function tooHigh(target: Target): string {
  const product = atLeast(target, 'valkey', '8.0.0') ? 'Valkey' : 'Redis';
  return `${product} port number too high. Cluster communication port is 10,000 port numbers higher than your ${product} port.`;
}
