import { strict as assert } from 'node:assert';
import { describeInVscode } from '../session';

describeInVscode('the workbench', { files: { 'redis.conf': 'port 6379\nmaxmemory 2zb\n' } }, (session) => {
  it('takes a file named redis.conf for a redis.conf and says so', async () => {
    const languages = session.server.extension.manifest.contributes?.languages ?? [];
    const name = languages.find(({ id }) => id === 'redis-conf')?.aliases?.[0];
    assert.ok(name, 'the manifest has no name for redis-conf');
    const window = await session.open('redis.conf');
    await window.language.filter({ hasText: name }).waitFor();
    assert.equal(await window.text(), 'port 6379\nmaxmemory 2zb\n');
  });
});
