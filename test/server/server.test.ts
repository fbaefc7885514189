import assert from 'node:assert/strict';
import { LspClient } from './lspClient';

const URI = 'file:///etc/redis/redis.conf';

describe('language server over stdio', () => {
  let client: LspClient;
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('answers a client that pulls, and follows its edits', async () => {
    client = await LspClient.start({ settings: { target: 'redis@7.0' } });
    assert.ok(client.initialized?.capabilities.diagnosticProvider);
    await client.open(URI, 'port 6379\nmaxmemory 1.5gb\ntiemout 3\n');
    const errors = (await client.pull(URI)).filter((one) => one.severity === 1);
    assert.deepEqual(
      errors.map((one) => [one.range.start.line, one.range.start.character, one.code]),
      [
        [1, 10, 'memory-value'],
        [2, 0, 'unknown-directive'],
      ],
    );
    assert.match(errors[0]?.codeDescription?.href ?? '', /memory-value/);
    await client.change(URI, '2gb', [1, 10, 1, 15]);
    await client.change(URI, 'timeout', [2, 0, 2, 7]);
    assert.deepEqual(
      (await client.pull(URI)).filter((one) => one.severity === 1),
      [],
    );
  });

  it('publishes to a client that does not pull and answers no configuration requests', async () => {
    client = await LspClient.start({ plain: true, settings: { target: 'redis@6.2' } });
    await client.open(URI, 'timeout x\n', 'conf');
    const found = await client.publishedFor(URI, (all) => all.some((one) => one.severity === 1));
    assert.equal(found.find((one) => one.severity === 1)?.code, 'integer-value');
    await client.change(URI, 'timeout 0\nsave ""\n');
    await client.publishedFor(URI, (all) => all.every((one) => one.severity !== 1));
  });

  it('judges for the target that a comment in the file names, also while that is edited', async () => {
    client = await LspClient.start();
    await client.open(URI, '# redis-environments: target=redis@6.2\nlocale-collate C\n');
    const before = await client.pull(URI);
    assert.ok(before.some((one) => one.code === 'not-in-this-version'));
    await client.change(URI, '7.2', [0, 35, 0, 38]);
    const after = await client.pull(URI);
    assert.ok(!after.some((one) => one.severity === 1), JSON.stringify(after));
  });

  it('recognises sentinel and ACL files of clients without language ids', async () => {
    client = await LspClient.start({ plain: true });
    const sentinel = 'file:///etc/redis/sentinel.conf';
    await client.open(sentinel, 'sentinel monitor mymaster 127.0.0.1 6379 0\n', 'conf');
    const found = await client.publishedFor(sentinel, (all) => all.some((one) => one.severity === 1));
    assert.ok(found.some(({ message }) => typeof message === 'string' && /[Qq]uorum/.test(message)));
    const acl = 'file:///etc/redis/users.acl';
    await client.open(acl, 'alice on nopass\n', 'text');
    await client.publishedFor(acl, (all) => all.some((one) => one.severity === 1));
  });

  it('survives edits outside the document and an empty document', async () => {
    client = await LspClient.start();
    await client.open(URI, '');
    await client.change(URI, 'port 1\n', [5, 3, 9, 9]);
    await client.change(URI, '', [0, 0, 100, 0]);
    await client.change(URI, '\r\nfoo\rbar', [0, 0, 0, 0]);
    assert.ok(Array.isArray(await client.pull(URI)));
  });
});
