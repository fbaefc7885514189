import { strict as assert } from 'node:assert';
import { languageName } from '../server';
import { describeInVscode } from '../session';

describeInVscode('the workbench', { files: { 'redis.conf': 'port 6379\nmaxmemory 2zb\n' } }, (session) => {
  it('takes a file named redis.conf for a redis.conf and says so', async () => {
    const window = await session.open('redis.conf');
    await window.language.filter({ hasText: languageName(session.server.extension, 'redis-conf') }).waitFor();
    assert.equal(await window.text(), 'port 6379\nmaxmemory 2zb\n');
  });
});
