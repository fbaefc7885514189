import { argumentTexts } from '../arguments';
import type { DocumentReport, DocumentRule, RuleEnvironment } from '../rule';
import type { Occurrence, Settings } from '../settings';
import { isWhole } from '../stated';
import { compareVersions } from '../target';
import { stops } from '../wording';

const NOWHERE = 'Configured to not listen anywhere, exiting.';

/** `port 0`, or since 7.0 an empty `bind`, without TLS port and without socket. */
export const nowhereToListen: DocumentRule = {
  id: 'nowhere-to-listen',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'The server has neither a port nor a socket to listen on',
  *check(settings, env) {
    if (!isWhole(settings, env) || (settings.number('rdma-port') ?? 0n) !== 0n) return;
    const report = closedPort(settings, env) ?? closedAddresses(settings, env);
    if (report) yield report;
  },
};

function closedPort(settings: Settings, env: RuleEnvironment): DocumentReport | undefined {
  const port = settings.last('port');
  if (!port || port.included || settings.number('port') !== 0n) return undefined;
  if ((settings.number('tls-port') ?? 0n) !== 0n || hasSocket(settings)) return undefined;
  const other = env.era === 5 ? '"unixsocket"' : '"tls-port" or "unixsocket"';
  const word = port.args[0];
  const reads = word && word.text !== '0' ? ` (this server reads "${word.text}" as 0)` : '';
  return {
    line: port.line,
    ...(word ? { span: word } : {}),
    message: `"port 0" closes the TCP port${reads}, and there is no ${other} either. ${stops(NOWHERE)}`,
  };
}

/** Without an address no port is opened. A socket is enough, but not for the bus of a cluster. */
function closedAddresses(settings: Settings, env: RuleEnvironment): DocumentReport | undefined {
  const bind = settings.last('bind');
  if (env.era !== 7 || !bind || bind.included || !isEmpty(bind, env)) return undefined;
  const cluster = settings.isOn('cluster-enabled');
  if (!cluster && hasSocket(settings)) return undefined;
  const checksBus = env.target.product === 'valkey' || compareVersions(env.target.version, '7.2.0') >= 0;
  const reason =
    cluster && (checksBus || hasSocket(settings))
      ? 'No bind address is configured, but it is required for the Cluster bus.'
      : NOWHERE;
  const missing = cluster ? 'a cluster node needs one' : 'there is no "unixsocket" either';
  return {
    line: bind.line,
    message: `Without an address "${bind.content.words[0]?.text ?? 'bind'}" closes all ports, and ${missing}. ${stops(reason)}`,
  };
}

function isEmpty(bind: Occurrence, env: RuleEnvironment): boolean {
  const given = argumentTexts(bind, env);
  return given.length === 0 || (given.length === 1 && given[0]?.text === '');
}

function hasSocket(settings: Settings): boolean {
  return (settings.value('unixsocket') ?? '') !== '';
}
