import type { DocumentRule } from '../rule';
import type { Settings } from '../settings';

const PROTOCOLS = ['tlsv1', 'tlsv1.1', 'tlsv1.2', 'tlsv1.3'];

/** What TLS needs and the file does not say, with the words of the server's log. */
function missing(settings: Settings): string | undefined {
  const has = (key: string): boolean => (settings.written(key) ?? '') !== '';
  if (!has('tls-cert-file')) return 'No tls-cert-file configured!';
  if (!has('tls-key-file')) return 'No tls-key-file configured!';
  const clientsChecked = (settings.value('tls-auth-clients') ?? 'yes').toLowerCase() !== 'no';
  const needsCa = clientsChecked || settings.isOn('tls-cluster') || settings.isOn('tls-replication');
  if (needsCa && !has('tls-ca-cert-file') && !has('tls-ca-cert-dir')) {
    return 'Either tls-ca-cert-file or tls-ca-cert-dir must be specified when tls-cluster, tls-replication or tls-auth-clients are enabled!';
  }
  return undefined;
}

/** TLS is used, but certificate, key, authority or protocols are not usable. */
export const tlsIncomplete: DocumentRule = {
  id: 'tls-incomplete',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'TLS is used without certificate, key or authority, or with unknown protocols',
  *check(settings) {
    if (!settings.complete) return;
    const used =
      (settings.number('tls-port') ?? 0n) !== 0n
        ? settings.last('tls-port')
        : ['tls-replication', 'tls-cluster'].map((key) => (settings.isOn(key) ? settings.last(key) : undefined)).find(Boolean);
    if (!used || used.included) return;
    const reason = missing(settings);
    if (reason) {
      yield {
        line: used.line,
        message: `TLS needs "tls-cert-file", "tls-key-file" and, unless "tls-auth-clients no" and no TLS between nodes, "tls-ca-cert-file" or "tls-ca-cert-dir". The server stops: ${reason}`,
      };
      return;
    }
    const protocols = settings.last('tls-protocols');
    const words = (protocols?.args[0]?.text ?? '').split(' ');
    const unknown = words.find((word) => word !== '' && !PROTOCOLS.includes(word.toLowerCase()));
    if (protocols && !protocols.included && unknown !== undefined) {
      yield {
        line: protocols.line,
        message: `"${unknown}" is no protocol; TLSv1, TLSv1.1, TLSv1.2 and TLSv1.3 are, in one quoted text. The server stops: Failed to configure TLS.`,
      };
    }
  },
};
