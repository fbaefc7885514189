import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programVersion, unavailable } from '../layer';

const root = join(__dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The blocks of the README in a language that hold a text. */
function block(language: string, text: string): string {
  const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  const found = blocks.find(([, name, body]) => name === language && body?.includes(text))?.[2];
  assert.ok(found !== undefined, `the README has a ${language} block with ${text}`);
  return found;
}

describe('the pipelines of the README', function () {
  this.timeout(10 * 60 * 1000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redis-environments-pipeline-'));
    mkdirSync(join(folder, 'tools/redis-environments'), { recursive: true });
    mkdirSync(join(folder, 'deploy/redis'), { recursive: true });
    for (const name of ['cli.js', 'main.js']) {
      copyFileSync(join(root, 'dist', name), join(folder, 'tools/redis-environments', name));
    }
    write('tiemout 3\n');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function write(text: string): void {
    writeFileSync(join(folder, 'deploy/redis/redis.conf'), text);
  }

  function run(command: string, ...args: readonly string[]): { status: number | null; output: string } {
    // The repository of the test, whatever repository runs the tests.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
    env['PRE_COMMIT_HOME'] = join(folder, '.pre-commit');
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
    return { status, output: `${stdout}${stderr}` };
  }

  it('the step of GitHub Actions annotates, and fails while there are errors', () => {
    const step = /^- run: (.*)$/m.exec(block('yaml', 'format github'))?.[1] ?? '';
    const failed = run('sh', '-ec', step);
    assert.equal(failed.status, 1, failed.output);
    assert.match(failed.output, /^::error file=deploy\/redis\/redis\.conf,line=1,col=1,/m);
    write('timeout 3\n');
    assert.equal(run('sh', '-ec', step).status, 0);
  });

  it('the hook of pre-commit lets no file through that does not start', async function () {
    const version = await programVersion('pre-commit', 'pre-commit');
    if (typeof version !== 'string') unavailable(this, version.reason);
    writeFileSync(join(folder, '.pre-commit-config.yaml'), `repos:\n${block('yaml', 'id: redis-conf')}`);
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
    ])
      assert.equal(run('git', ...args).status, 0);
    const refused = run('pre-commit', 'run');
    assert.equal(refused.status, 1, refused.output);
    assert.match(refused.output, /deploy\/redis\/redis\.conf:1:1: error: .*\[unknown-directive\]/);
    write('timeout 3\n');
    run('git', 'add', '.');
    const passed = run('pre-commit', 'run');
    assert.equal(passed.status, 0, passed.output);
    assert.match(passed.output, /redis\.conf starts\.+Passed/);
  });
});
