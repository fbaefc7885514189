import assert from 'node:assert/strict';
import { documentLinks } from '../../../server/src/conf/links';
import { analysed, everyText, type Options, textOf } from './document';

function links(text: string, options?: Options): string[] {
  const analysis = analysed(text, options);
  return documentLinks(analysis).map(({ range, target }) => {
    const to = target.kind === 'path' ? `${target.names} ${target.path}` : target.url;
    return `${textOf(analysis, range)} -> ${to}`;
  });
}

describe('document links', () => {
  it('lead to the paths of directives', () => {
    assert.deepEqual(
      links('include ./more.conf\ndir /var/lib/redis\nlogfile "/var/log/a b.log"\nunixsocket /run/r.sock'),
      [
        './more.conf -> file ./more.conf',
        '/var/lib/redis -> directory /var/lib/redis',
        '/var/log/a b.log -> file /var/log/a b.log',
        '/run/r.sock -> file /run/r.sock',
      ],
    );
    assert.deepEqual(links('loadmodule /opt/m.so arg /not\ntls-ca-cert-file ca.crt\naclfile users.acl'), [
      '/opt/m.so -> file /opt/m.so',
      'ca.crt -> file ca.crt',
      'users.acl -> file users.acl',
    ]);
    assert.deepEqual(links('sentinel notification-script m /opt/n.sh', { kind: 'sentinel' }), [
      '/opt/n.sh -> file /opt/n.sh',
    ]);
  });

  it('do not lead to nothing or to several files', () => {
    assert.deepEqual(links('logfile ""\nlogfile /dev/null\ninclude conf.d/*.conf\nno-such-thing /a'), []);
  });

  it('are the https addresses in comments', () => {
    assert.deepEqual(links('# see https://redis.io/docs/latest/ (and https://a.example/x_(y)), or http://b.example.'), [
      'https://redis.io/docs/latest/ -> https://redis.io/docs/latest/',
      'https://a.example/x_(y) -> https://a.example/x_(y)',
    ]);
    assert.deepEqual(links('# https://'), []);
  });

  it('lie on their lines', () => {
    everyText((analysis) => {
      for (const { range } of documentLinks(analysis)) {
        assert.equal(range.start.line, range.end.line);
        assert.ok(range.end.character <= (analysis.document.lines[range.start.line] ?? '').length);
      }
    });
  }).timeout(60_000);
});
