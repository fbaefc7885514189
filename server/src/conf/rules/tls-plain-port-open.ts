import type { Fix } from '../finding';
import { choice, insertLineAfter, replaceSpan } from '../fix';
import type { DocumentRule } from '../rule';
import { isWhole, ownLine } from '../stated';
import { servesTls } from '../tls';

/** The port without TLS is still open beside the one with TLS. */
export const tlsPlainPortOpen: DocumentRule = {
  id: 'tls-plain-port-open',
  group: 'security',
  severity: 'information',
  scope: 'document',
  title: 'The plain port is open beside the TLS port',
  *check(settings, env) {
    const tls = ownLine(settings, 'tls-port');
    if (env.kind !== 'redis' || !isWhole(settings, env) || !tls || !servesTls(settings)) return;
    const port = settings.number('port');
    if (port === undefined || port === 0n) return;
    const plain = ownLine(settings, 'port');
    const word = plain?.args[0];
    const edit =
      plain && word ? replaceSpan(word, '0', plain.line) : insertLineAfter('port 0', settings.text(tls.line), tls.line);
    const fixes: readonly Fix[] = settings.last('port')?.included
      ? []
      : [choice('Close the plain port (port 0)', edit)];
    yield {
      line: (plain ?? tls).line,
      message: `Port ${port} still takes connections without TLS${plain ? '' : ', because without a "port" line it is open'}: clients may go on sending passwords and data in clear text. Close it with "port 0" when all of them use TLS.`,
      fixes,
    };
  },
};
