import { choice, insertLineBefore, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import { listenFailure } from '../listening';
import type { DocumentRule } from '../rule';
import { type Occurrence, relatedLine } from '../settings';
import { sureNumber } from '../stated';
import { stops } from '../wording';

/** Plain and TLS port are the same. */
export const samePortTwice: DocumentRule = {
  id: 'same-port-twice',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'The plain port and the TLS port are the same',
  *check(settings, env) {
    const tls = settings.last('tls-port');
    const number = settings.number('tls-port');
    if (!tls || tls.included || number === undefined || number === 0n) return;
    if (sureNumber(settings, env, 'port') !== number) return;
    const port = settings.last('port');
    const address = settings.written('bind') ?? '*';
    const reason = listenFailure({ number, kind: 'tls' }, address, 'bind: Address already in use', env);
    yield {
      line: tls.line,
      ...(tls.args[0] ? { span: tls.args[0] } : {}),
      message: `"port" and "tls-port" are both ${number}${port ? '' : ', the default of "port"'}. Set "port 0" to serve TLS only, or give each its own port. ${stops(reason)}`,
      related: relatedLine(port, 'The plain port is set here.'),
      fixes: plainPortOff(tls, port),
    };
  },
};

function plainPortOff(tls: Occurrence, port: Occurrence | undefined): Fix[] {
  const word = port?.args[0];
  if (port?.included && port.line > tls.line) return [];
  const edit =
    port && !port.included && word ? replaceSpan(word, '0', port.line) : insertLineBefore('port 0', tls.line);
  return [choice('Set "port 0" to serve TLS only', edit)];
}
