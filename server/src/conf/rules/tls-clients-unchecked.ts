import type { DocumentRule } from '../rule';
import { changeTo, ownLine } from '../stated';
import { usesTls } from '../tls';

/** TLS without asking clients for a certificate. */
export const tlsClientsUnchecked: DocumentRule = {
  id: 'tls-clients-unchecked',
  group: 'security',
  severity: 'information',
  scope: 'document',
  title: 'Clients need no certificate',
  *check(settings) {
    const line = ownLine(settings, 'tls-auth-clients');
    const word = line?.args[0];
    const value = word?.text.toLowerCase();
    if (!line || !word || value === 'yes' || !usesTls(settings)) return;
    const effect = value === 'optional' ? 'is checked only when a client shows one' : 'is not asked for';
    yield {
      line: line.line,
      span: word,
      message: `TLS keeps the connection private, but a certificate ${effect}: who the client is depends on its password alone. "yes", the default, asks every client for one.`,
      fixes: [changeTo('yes', word, line.line)],
    };
  },
};
