import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = join(__dirname, '../../../dist/cli.js');
const NOBODY = 65534;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('redis-environments lint where the world is not kind', function () {
  this.timeout(120_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redis-environments-hostile-'));
    chmodSync(folder, 0o755);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string, text: string | Buffer): string {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  function lint(args: readonly string[], more: { readonly uid?: number; readonly input?: string | Buffer } = {}): Ran {
    const options = { cwd: folder, encoding: 'utf8', input: '', timeout: 60_000, ...more } as const;
    return spawnSync(process.execPath, [CLI, 'lint', '--target', 'redis@7.0', ...args], options);
  }

  function shell(command: string): Ran {
    const script = command.replaceAll('LINT', `'${process.execPath}' '${CLI}' lint --target redis@7.0`);
    return spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
  }

  /** The tests may run as root, whom no permission stops. */
  function asSomebody(args: readonly string[]): Ran {
    return lint(args, process.getuid?.() === 0 ? { uid: NOBODY } : {});
  }

  function refused({ status, stdout, stderr }: Ran, message: RegExp): void {
    assert.equal(status, 2, stdout + stderr);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }

  it('gives up on what never ends or is far too large', () => {
    refused(lint(['/dev/zero']), /\/dev\/zero: it has more than 16 MB/);
    const path = write('redis.conf', '');
    truncateSync(path, 100 * 1024 * 1024);
    refused(lint(['redis.conf']), /redis\.conf: it has more than 16 MB/);
    refused(lint(['-'], { input: Buffer.alloc(17 * 1024 * 1024) }), /-: it has more than 16 MB/);
  });

  it('leaves alone what directories and include lines name besides files', () => {
    assert.equal(shell('mkdir conf && mkfifo conf/redis.conf').status, 0);
    refused(lint(['conf']), /there is no redis\.conf/);
    write('redis.conf', 'include /dev/zero\ninclude conf/redis.conf\n');
    assert.equal(lint(['redis.conf']).status, 0);
  });

  it('takes what a shell passes as a pipe', () => {
    const { status, stdout } = shell("LINT <(printf 'tiemout 1\\n')");
    assert.equal(status, 1);
    assert.match(stdout, /^\/dev\/fd\/\d+:1:1: error: /);
  });

  it('says when a file includes itself, which no server survives', () => {
    write('redis.conf', 'include other.conf\n');
    write('other.conf', 'include redis.conf\n');
    const { status, stdout } = lint(['redis.conf']);
    assert.equal(status, 1);
    assert.match(stdout, /^redis\.conf:1:1: error: redis\.conf includes itself/m);
    write('redis.conf', 'include *.conf\n');
    assert.equal(lint(['redis.conf']).status, 1);
    assert.equal(lint(['--target', 'redis@6.2', 'redis.conf']).status, 0);
  });

  it('judges a file once, by whatever names and links it is reached', () => {
    const path = write('redis.conf', 'tiemout 1\n');
    symlinkSync('.', join(folder, 'circle'));
    symlinkSync('redis.conf', join(folder, 'redis-link.conf'));
    for (const args of [['.'], ['redis.conf', './redis.conf', path, 'circle/redis.conf'], ['**/*.conf']]) {
      assert.match(lint(args).stdout, /^1 error/m, args.join(' '));
    }
    // As volumes of Kubernetes have it.
    write('volume/..data/redis.conf', 'tiemout 2\n');
    symlinkSync('..data/redis.conf', join(folder, 'volume/redis.conf'));
    assert.match(lint(['volume']).stdout, /^1 error/m);
    rmSync(join(folder, 'volume/..data'), { recursive: true });
    write('data/redis.conf', 'tiemout 2\n');
    rmSync(join(folder, 'volume/redis.conf'));
    symlinkSync('../data/redis.conf', join(folder, 'volume/redis.conf'));
    assert.match(lint(['volume']).stdout, /^volume\/redis\.conf:1:1: error/m);
    symlinkSync('loop.conf', join(folder, 'loop.conf'));
    refused(lint(['loop.conf']), /loop\.conf: its links lead in a circle/);
  });

  it('prints no names and texts that a terminal or a log would act on', () => {
    const name = 'redis\n::error::\u001b[2J.conf';
    write(name, 'tie\u001b]0;x\u0007mout 1\n');
    const text = lint([name]);
    assert.match(text.stdout, /^redis\\x0a::error::\\x1b\[2J\.conf:1:1: error: "tie\\x1b\]0;x\\x07mout"/m);
    assert.doesNotMatch(text.stdout + lint(['missing\u001b[2J']).stderr, /\u001b|^::/m);
    const annotated = lint(['--format', 'github', name]);
    assert.ok(
      annotated.stdout.split('\n').every((line) => line === '' || /^::\w+ file=redis%0A%3A%3Aerror/.test(line)),
      annotated.stdout,
    );
  });

  it('is quiet when nobody reads on, and says when the output does not fit', () => {
    write('redis.conf', 'tiemout 1\n'.repeat(5_000));
    const cut = shell('LINT redis.conf | head -n 1; echo "${PIPESTATUS[0]}"');
    assert.match(cut.stdout, /^redis\.conf:1:1: .*\n1\n$/);
    assert.equal(cut.stderr, '');
    assert.equal(shell('LINT redis.conf >&-').status, 1);
    refused(shell('LINT redis.conf > /dev/full'), /The output could not be written/);
  });

  it('says which permission is missing, and fixes nothing without it', function () {
    if (process.getuid?.() === 0 && lint(['--help'], { uid: NOBODY }).status !== 0) {
      // This node is for root alone.
      return this.skip();
    }
    const path = write('secret/redis.conf', 'slaveof 10.0.0.1 6379\n');
    chmodSync(join(folder, 'secret'), 0);
    refused(asSomebody(['secret']), /secret: permission is denied/);
    refused(asSomebody(['secret/redis.conf']), /secret\/redis\.conf: permission is denied/);
    chmodSync(join(folder, 'secret'), 0o777);
    chmodSync(path, 0o444);
    refused(asSomebody(['--fix', 'secret']), /secret\/redis\.conf: not fixed, permission is denied/);
    assert.equal(readFileSync(path, 'utf8'), 'slaveof 10.0.0.1 6379\n');
    chmodSync(join(folder, 'secret'), 0o555);
    chmodSync(path, 0o666);
    refused(asSomebody(['--fix', 'secret']), /secret\/redis\.conf: not fixed, permission is denied/);
    assert.deepEqual(readdirSync(join(folder, 'secret')), ['redis.conf']);
  });

  it('fixes a file whole, however many do it at the same time', async () => {
    const path = write('redis.conf', 'slaveof 10.0.0.1 6379\n'.repeat(500));
    const running = Array.from({ length: 4 }, () =>
      spawn(process.execPath, [CLI, 'lint', '--fix', '--quiet', path], { stdio: 'ignore' }),
    );
    await Promise.all(running.map((child) => once(child, 'exit')));
    assert.match(readFileSync(path, 'utf8'), /^(?:replicaof 10\.0\.0\.1 6379\n)+$/);
    assert.deepEqual(readdirSync(folder), ['redis.conf']);
  });

  it('fixes nothing that has changed since it was read', async () => {
    // The pipe holds the command up between reading the first file and fixing it.
    const path = write('redis.conf', 'slaveof 10.0.0.1 6379\n');
    const pipe = join(folder, 'second.conf');
    assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
    const child = spawn(process.execPath, [CLI, 'lint', '--fix', path, pipe], { stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    // Opens when the command has come to the pipe.
    const writer = openSync(pipe, 'w');
    writeFileSync(path, 'slaveof 10.0.0.2 6379\n');
    closeSync(writer);
    assert.deepEqual(await once(child, 'close'), [2, null]);
    assert.match(stderr, /redis\.conf: not fixed, somebody else has changed it/);
    assert.equal(readFileSync(path, 'utf8'), 'slaveof 10.0.0.2 6379\n');
  });

  it('gives bytes back as they came, fixed or not', () => {
    const latin1 = Buffer.from('# caf\xe9\r\nslaveof 10.0.0.1 6379\nport 1', 'latin1');
    const fixed = Buffer.from('# caf\xe9\r\nreplicaof 10.0.0.1 6379\nport 1', 'latin1');
    const path = write('redis.conf', latin1);
    assert.equal(lint(['--fix', 'redis.conf']).status, 0);
    assert.deepEqual(readFileSync(path), fixed);
    const args = [CLI, 'lint', '--fix', '-'];
    assert.deepEqual(spawnSync(process.execPath, args, { input: latin1 }).stdout, fixed);
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 197 + (at >> 3)) % 256));
    write('redis-noise.conf', noise);
    assert.equal(lint(['redis-noise.conf']).status, 1);
  });

  it('judges a directory of thousands with few open files', () => {
    for (let at = 0; at < 2_000; at++) write(`all/redis-${at}.conf`, 'save ""\n');
    const { status, stdout } = shell('ulimit -n 64; LINT --quiet all');
    assert.equal(status, 0);
    assert.match(stdout, /^0 errors in 2000 files/);
  });

  it('knows rules and versions before it starts', () => {
    write('redis.conf', 'port 1\n');
    refused(lint(['--rule', 'no-maxmemry=off', 'redis.conf']), /there is no rule "no-maxmemry"; "no-maxmemory" is one/);
    refused(lint(['--rule', 'unknown-directive=hint', 'redis.conf']), /it can only be off/);
    refused(lint(['--target', 'redis@1.0', 'redis.conf']), /Redis 5\.0\.0 is the oldest/);
    assert.equal(lint(['--rule', 'acl-weak-password=off', 'redis.conf']).status, 0);
  });

  it('takes every file for an ACL file that is called so', () => {
    write('team.acl', '# comment\nuser anna on nopass ~* +@all\n');
    const { status, stdout } = lint(['team.acl']);
    assert.equal(status, 1);
    assert.match(stdout, /\[acl-line\]/);
  });
});
