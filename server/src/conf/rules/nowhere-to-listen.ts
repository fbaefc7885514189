import type { DocumentRule } from '../rule';

/** `port 0` without TLS port and without socket. */
export const nowhereToListen: DocumentRule = {
  id: 'nowhere-to-listen',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'The server has neither a port nor a socket to listen on',
  *check(settings, env) {
    const port = settings.last('port');
    if (!port || port.included || !settings.complete || settings.number('port') !== 0n) return;
    if ((settings.number('tls-port') ?? 0n) !== 0n || (settings.number('rdma-port') ?? 0n) !== 0n) return;
    if ((settings.value('unixsocket') ?? '') !== '') return;
    const other = env.era === 5 ? '"unixsocket"' : '"tls-port" or "unixsocket"';
    yield {
      line: port.line,
      message: `"port 0" closes the TCP port, and there is no ${other} either. The server stops: Configured to not listen anywhere, exiting.`,
    };
  },
};
