import type { DocumentRule } from '../rule';

/** Plain and TLS port are the same. */
export const samePortTwice: DocumentRule = {
  id: 'same-port-twice',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'The plain port and the TLS port are the same',
  *check(settings) {
    const tls = settings.last('tls-port');
    const number = settings.number('tls-port');
    if (!tls || tls.included || number === undefined || number === 0n || settings.number('port') !== number) return;
    yield {
      line: tls.line,
      message: `"port" and "tls-port" are both ${number}. Set "port 0" to serve TLS only, or give each its own port. The server stops: Failed listening on port ${number}.`,
    };
  },
};
