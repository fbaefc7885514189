import assert from 'node:assert/strict';
import { hover } from '../../../server/src/conf/hover';
import { everywhere, marked, type Options, textOf } from './document';

function hoverAt(source: string, options?: Options): { text: string; on: string } {
  const { analysis, position } = marked(source, options);
  const found = hover(analysis, position);
  return { text: found?.markdown ?? '', on: found ? textOf(analysis, found.range) : '' };
}

function says(source: string, parts: readonly string[], options?: Options): void {
  const { text } = hoverAt(source, options);
  for (const part of parts) assert.ok(text.includes(part), `${part}\nis missing in\n${text}`);
}

describe('hover', () => {
  it('tells what a directive does, its facts for the target, and where to read on', () => {
    assert.equal(hoverAt('maxmem|ory 2gb').on, 'maxmemory');
    says('maxmem|ory 2gb', [
      '**`maxmemory`** `<bytes>`',
      '- Default in Redis 7.0.15: `0`',
      '- Range: 0 and more',
      '- Known by: Redis in all versions and Valkey in all versions',
      'Can be set at run time with `CONFIG SET`',
      '**When to change:**',
      '**Risk:**',
      '[Documentation](https://',
    ]);
  });

  it('tells how a default has changed', () => {
    says('|repl-diskless-sync yes', ['Default in Redis 7.0.15: `yes`; before 7.0.0: `no`']);
    says('|repl-diskless-sync yes', ['Default in Redis 6.2.16: `no`; from 7.0.0 on: `yes`'], { target: 'redis@6.2' });
  });

  it('tells of other spellings, restarts and protection', () => {
    says('|slaveof 10.0.0.1 6379', ['Another spelling of `replicaof`']);
    says('|replicaof 10.0.0.1 6379', ['Also spelled `slaveof`', 'A change needs a restart']);
    says('|dbfilename dump.rdb', ['Protected']);
    says('|lua-replicate-commands yes', ['does nothing with it']);
  });

  it('explains a name that only other servers know', () => {
    says('|io-threads 4', ['Redis 5.0.14 does not know it; Redis since 6.0.0'], { target: 'redis@5.0' });
    assert.equal(hoverAt('|no-such-thing 4').text, '');
  });

  it('says when a line has no effect, without the secret that counts', () => {
    says('|timeout 5\ntimeout 10', ['This line has no effect: line 2 sets it again, to `10`.']);
    const { text } = hoverAt('|requirepass a\nrequirepass hidden');
    assert.ok(text.includes('line 2 sets it again.') && !text.includes('hidden'));
  });

  it('says what a value means', () => {
    says('maxmemory 2g|b', ['`2gb` = 2,147,483,648 bytes (2 GB).']);
    says('maxmemory-policy allkeys-l|ru', ['`allkeys-lru`: The key that was not used for the longest time']);
    says('unixsocketperm 7|70', ['`770` = `rwxrwx---`']);
    says('repl-timeout 36|00', ['`3600` = 1 h.', 'The default is `60`.']);
    says('cluster-node-timeout 150|00', ['`15000` = 15 s.', 'This is the default.']);
    says('maxmemory-clients 5|%', ['`5%` = 5 % of `maxmemory`.']);
    says('list-max-listpack-size -|2', ['At most 8 KB']);
    says('proto-max-bulk-len 512m|b', ['536,870,912 bytes (512 MB)', 'This is the default.']);
  });

  it('reads points, letters and groups', () => {
    says('save 900 1 300 1|0', ['Saves after 5 min with 10 changes.']);
    says('save "900 1 300| 10"', ['Saves after 15 min with 1 change.', 'Saves after 5 min with 10 changes.']);
    says('save "|"', ['no snapshots']);
    says('notify-keyspace-events E|x', ['- `E`: events by command', '- `x`: expired keys']);
    says('notify-keyspace-events |x', ['Without `K` or `E` nothing is published.']);
    says('client-output-buffer-limit pub|sub 32mb 8mb 60', ['Clients that subscribe']);
    says('client-output-buffer-limit pubsub 32|mb 8mb 60', ['33,554,432 bytes (32 MB)']);
    says('client-output-buffer-limit pubsub 32mb 8mb 6|0', ['`60` = 1 min.']);
  });

  it('reads what an old server makes of a number', () => {
    says('timeout 12a|bc', ['The server reads this as `12`.', '= 12 s'], { target: 'redis@5.0' });
  });

  it('explains the rules of a user', () => {
    says('user al|ice on', ['User name']);
    says('user alice o|n', ['Enables the user']);
    says('user alice +@dang|erous', ['**`+@<category>`**', 'stall the server']);
    says('user alice (~a|pp:* +get)', ['keys that match the pattern']);
    says('user alice >pa|ss', ['Adds a password']);
    says('rename-command FLUSHALL "|"', ['disables the command']);
  });

  it('explains the lines of a sentinel', () => {
    const sentinel: Options = { kind: 'sentinel' };
    says(
      'sentinel mon|itor mymaster 127.0.0.1 6379 2',
      ['**`sentinel monitor`** `<name> <host> <port> <quorum>`'],
      sentinel,
    );
    says('sentinel monitor mymaster 127.0.0.1 6379 |2', ['How many sentinels must agree'], sentinel);
    says('sentinel down-after-milliseconds mymaster 3000|0', ['`30000` = 30 s.'], sentinel);
  });

  it('explains comments that speak to this tool', () => {
    says('# redis-env|ironments: target=redis@7.0', ['`ignore-file`']);
    says('# redis-environments: prof|ile=nuxeo', ['House rules']);
    says('# redis-environments: ignore=enum-value,unknown-dir|ective', [
      '`unknown-directive`: The name is no directive',
    ]);
    assert.equal(hoverAt('# max|memory 2gb').text, '');
  });

  it('keeps text of the document out of its Markdown', () => {
    says('loglevel [x](command:a)`<img|>', ['``[x](command:a)`<img>`` is none of the words']);
    everywhere((analysis, position) => {
      const found = hover(analysis, position);
      if (!found) return;
      const outside = found.markdown.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
      assert.ok(!/<(?!=)|command:|\u202e/.test(outside), found.markdown);
    });
  }).timeout(60_000);
});
