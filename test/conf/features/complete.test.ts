import assert from 'node:assert/strict';
import { complete, resolveCompletion } from '../../../server/src/conf/complete';
import type { CompletionItem, CompletionList } from '../../../server/src/conf/completion';
import { catalogueOf } from '../../../server/src/conf/catalogue/catalogue';
import { analysed, edited, everywhere, marked, type Options } from './document';

function listAt(source: string, options?: Options): CompletionList & { text: string } {
  const { analysis, position, text } = marked(source, options);
  return { ...complete(analysis, position), text };
}

function labels(source: string, options?: Options): string[] {
  const { items } = listAt(source, options);
  return [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1)).map(({ label }) => label);
}

function itemAt(source: string, label: string, options?: Options): CompletionItem {
  const found = listAt(source, options).items.find((item) => item.label === label);
  assert.ok(found, `${label} is not offered`);
  return found;
}

/** The whole text after accepting an item, as plain text. */
function accepted(source: string, label: string, options?: Options): string {
  const { range, text } = listAt(source, options);
  return edited(text, [{ range, newText: itemAt(source, label, options).insertText }]);
}

/** The whole text after accepting an item as a snippet. */
function snippet(source: string, label: string, options?: Options): string {
  const { range, text } = listAt(source, options);
  return edited(text, [{ range, newText: itemAt(source, label, options).snippet ?? '' }]);
}

const sentinel: Options = { kind: 'sentinel' };

describe('complete', () => {
  it('offers names at the start of a line, with the shape of their values', () => {
    assert.equal(accepted('port 1\nmaxm|', 'maxmemory'), 'port 1\nmaxmemory ');
    assert.equal(snippet('maxm|', 'maxmemory'), 'maxmemory ${1:2gb}');
    assert.equal(snippet('|', 'appendonly'), 'appendonly ${1|yes,no|}');
    assert.equal(snippet('|', 'rdbcompression'), 'rdbcompression ${1|no,yes|}');
    assert.equal(snippet('|', 'appendfsync'), 'appendfsync ${1|everysec,always,no|}');
    assert.equal(snippet('|', 'save'), 'save ${1:900} ${2:1}');
    assert.equal(snippet('|', 'replicaof'), 'replicaof ${1:host} ${2:6379}');
    assert.equal(snippet('|', 'repl-backlog-size'), 'repl-backlog-size ${1:1mb}');
    assert.equal(snippet('|', 'logfile'), 'logfile ${1:path}');
    assert.equal(
      snippet('|', 'client-output-buffer-limit'),
      'client-output-buffer-limit ${1|normal,replica,pubsub|} ${2:256mb} ${3:64mb} ${4:60}',
    );
  });

  it('changes only the name when values follow', () => {
    assert.equal(accepted('maxm| 100mb', 'maxmemory-policy'), 'maxmemory-policy 100mb');
    assert.equal(accepted('max|mem 100mb', 'maxmemory'), 'maxmemory 100mb');
    assert.equal(itemAt('max|mem 100mb', 'maxmemory').snippet, undefined);
  });

  it('sorts what the file sets already behind the rest', () => {
    const names = labels('timeout 5\nsave 900 1\n|');
    assert.ok(names.indexOf('timeout') > names.indexOf('zset-max-listpack-value'));
    assert.ok(names.indexOf('save') < names.indexOf('timeout'));
  });

  it('offers old spellings and hidden names only when they are typed', () => {
    assert.ok(!labels('|').includes('slaveof'));
    assert.ok(!labels('m|').includes('slaveof'));
    assert.equal(itemAt('sla|', 'slaveof').deprecated, true);
    assert.ok(labels('key-l|').includes('key-load-delay'));
    assert.ok(!labels('|').includes('key-load-delay'));
    assert.equal(listAt('|').incomplete, true);
    assert.equal(listAt('s|').incomplete, false);
  });

  it('offers what the target knows', () => {
    assert.ok(!labels('|', { target: 'redis@5.0' }).includes('io-threads'));
    assert.ok(!labels('|').includes('sentinel'));
    assert.ok(labels('primary|', { target: 'valkey@8.1' }).includes('primaryauth'));
    assert.equal(itemAt('master|', 'masterauth', { target: 'valkey@8.1' }).deprecated, true);
  });

  it('tells type and default, and the rest when asked', () => {
    assert.equal(itemAt('|', 'maxmemory').detail, 'memory size, default 0');
    assert.equal(itemAt('|', 'appendonly').detail, 'yes or no, default no');
    assert.equal(itemAt('|', 'repl-timeout').detail, 'seconds, default 60');
    const key = itemAt('|', 'maxmemory').docKey ?? '';
    assert.ok(resolveCompletion(analysed(''), key)?.startsWith('**`maxmemory`** `<bytes>`'));
    assert.equal(resolveCompletion(analysed(''), 'constructor'), undefined);
  });

  it('has a list below 100 KB for every target', () => {
    for (const target of ['redis@5.0', 'redis@7.0', 'redis@8.6', 'valkey@9.1']) {
      for (const kind of ['redis', 'sentinel'] as const) {
        assert.ok(JSON.stringify(listAt('|', { target, kind })).length < 100_000);
        assert.ok(JSON.stringify(listAt('user alice +|', { target, kind })).length < 100_000);
      }
    }
  }).timeout(60_000);

  it('has a snippet for every directive', () => {
    const { items } = listAt('|', { target: 'valkey@9.1' });
    assert.ok(items.length > 180);
    for (const { label, snippet: body } of items) assert.match(body ?? '', /^\S+ .*\$\{1[:|]/, label);
    assert.ok(catalogueOf({ product: 'valkey', version: '9.1.2' }).directives.length > items.length);
  });

  it('offers words', () => {
    assert.deepEqual(labels('appendonly |'), ['yes', 'no']);
    assert.equal(itemAt('appendonly |', 'no').detail, 'default');
    assert.equal(accepted('appendonly y|es', 'no'), 'appendonly no');
    assert.equal(accepted('loglevel "no|', 'notice'), 'loglevel notice');
    assert.equal(itemAt('loglevel "no|', 'notice').filterText, '"notice');
    assert.ok(itemAt('maxmemory-policy |', 'allkeys-lru').documentation?.includes('longest time'));
    assert.deepEqual(labels('shutdown-on-sigterm save |'), ['default', 'nosave', 'now', 'force']);
    assert.deepEqual(labels('appendonly yes |'), []);
  });

  it('offers units behind digits', () => {
    assert.equal(accepted('maxmemory 2|', '2gb'), 'maxmemory 2gb');
    assert.equal(accepted('maxmemory 2m|', '2mb'), 'maxmemory 2mb');
    assert.equal(itemAt('maxmemory 2|', '2kb').detail, '2,048 bytes (2 KB)');
    assert.deepEqual(labels('repl-backlog-size |'), ['1mb']);
    assert.equal(accepted('client-output-buffer-limit pubsub 32|', '32mb'), 'client-output-buffer-limit pubsub 32mb');
  });

  it('offers points, classes and letters', () => {
    assert.deepEqual(labels('client-output-buffer-limit |'), ['normal', 'replica', 'pubsub']);
    assert.deepEqual(labels('client-output-buffer-limit normal 0 0 0 |'), ['normal', 'replica', 'pubsub']);
    assert.equal(accepted('save |', '""'), 'save ""');
    assert.equal(itemAt('save 900 |', '1').detail, 'after 15 min with 1 change');
    assert.deepEqual(labels('save 900 1 |'), ['3600', '900', '300', '60']);
    assert.equal(accepted('notify-keyspace-events K|', 'KE'), 'notify-keyspace-events KE');
    assert.equal(accepted('notify-keyspace-events |', 'Ex'), 'notify-keyspace-events Ex');
    assert.ok(!labels('notify-keyspace-events K|', { target: 'redis@5.0' }).includes('Kd'));
  });

  it('offers the rules of users, and commands', () => {
    assert.equal(accepted('user alice on +@|', '+@read'), 'user alice on +@read');
    assert.equal(accepted('user alice on -fl|', '-flushall'), 'user alice on -flushall');
    assert.equal(accepted('user alice on (+g|', '+get'), 'user alice on (+get');
    assert.ok(labels('user alice |').includes('~*'));
    assert.ok(!labels('user alice |', { target: 'redis@6.0' }).includes('&*'));
    assert.ok(labels('user alice |', { target: 'valkey@9.1' }).includes('alldbs'));
    assert.equal(accepted('rename-command fl|', 'FLUSHALL'), 'rename-command FLUSHALL');
    assert.equal(accepted('rename-command FLUSHALL |', '""'), 'rename-command FLUSHALL ""');
    assert.deepEqual(labels('user alice on\nmasteruser |'), ['alice']);
  });

  it('asks for paths', () => {
    assert.deepEqual(listAt('dir /var/|').path, { kind: 'path', prefix: '/var/', directoriesOnly: true });
    assert.deepEqual(listAt('include "/etc/re dis/|').path, {
      kind: 'path',
      prefix: '/etc/re dis/',
      directoriesOnly: false,
    });
    assert.equal(listAt('sentinel notification-script m /|', sentinel).path?.prefix, '/');
    assert.equal(listAt('sentinel notification-script |', sentinel).path, undefined);
  });

  it('offers the lines of a sentinel', () => {
    assert.equal(
      snippet('mon|', 'sentinel monitor', sentinel),
      'sentinel monitor ${1:mymaster} ${2:127.0.0.1} ${3:6379} ${4:2}',
    );
    const one = 'sentinel monitor shop 10.0.0.1 6379 2\n';
    assert.equal(
      snippet(`${one}sentinel fail|`, 'failover-timeout', sentinel),
      `${one}sentinel failover-timeout \${1:shop} \${2:180000}`,
    );
    assert.deepEqual(labels(`${one}sentinel auth-pass |`, sentinel), ['shop']);
    assert.deepEqual(labels('sentinel resolve-hostnames |', sentinel), ['yes', 'no']);
    assert.ok(!labels('sentinel |', sentinel).includes('known-replica'));
    assert.ok(!labels('sentinel |', { kind: 'sentinel', target: 'redis@6.0' }).includes('resolve-hostnames'));
    assert.ok(
      labels('sentinel |', { kind: 'sentinel', target: 'valkey@8.1' }).includes('primary-reboot-down-after-period'),
    );
    const names = labels('|', sentinel);
    assert.ok(names.indexOf('port') < names.indexOf('appendonly'));
  });

  it('offers nothing in comments, except in those that speak to this tool', () => {
    assert.deepEqual(labels('# max|'), []);
    assert.deepEqual(labels('  #| max'), []);
    assert.equal(accepted('# redis-environments: t|', 'target'), '# redis-environments: target=');
    assert.equal(
      accepted('# redis-environments: ta|rget=redis@7.0', 'profile'),
      '# redis-environments: profile=redis@7.0',
    );
    assert.equal(accepted('# redis-environments: target=|', 'redis@7.0'), '# redis-environments: target=redis@7.0');
    assert.equal(labels('# redis-environments: target=|')[0], 'redis@8.6');
    assert.deepEqual(labels('# redis-environments: profile=|'), ['generic', 'outsystems', 'nuxeo']);
    assert.equal(
      accepted('# redis-environments: ignore=enum-value,un|', 'unknown-directive'),
      '# redis-environments: ignore=enum-value,unknown-directive',
    );
    assert.deepEqual(labels('# redis-en|vironments: target=redis@7.0'), []);
  });

  it('can be asked anywhere', () => {
    everywhere((analysis, position) => {
      const { range, items } = complete(analysis, position);
      assert.ok(range.start.line === position.line && range.end.line === position.line);
      assert.ok(range.start.character <= position.character && position.character <= range.end.character);
      assert.equal(new Set(items.map(({ label }) => label)).size, items.length);
    }, 25);
  }).timeout(60_000);
});
