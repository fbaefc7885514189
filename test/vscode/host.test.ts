import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionUnderTest } from './extension';
import { describeFailures, runHostTests } from './hostTests';
import { vscodeFor } from './install';

describe('inside the extension host', () => {
  it('passes every suite', async function () {
    const install = await vscodeFor(this);
    const folder = await mkdtemp(join(tmpdir(), 'redis-environments-workspace-'));
    try {
      await writeFile(join(folder, 'redis.conf'), 'port 6379\nmaxmemory 2zb\n');
      const report = await runHostTests(install, { extension: await extensionUnderTest(), folder });
      for (const { fullTitle } of report.passes) process.stdout.write(`      inside: ${fullTitle}\n`);
      assert.equal(describeFailures(report), undefined);
      assert.ok(report.passes.length > 0, 'no test ran');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
