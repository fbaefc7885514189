import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programVersion, unavailable } from '../layer';

const run = promisify(execFile);
const root = join(__dirname, '../../..');

/** What `neovim.lua` saw. */
interface Found {
  readonly version: string;
  readonly problem?: string;
  readonly redis: readonly { readonly line: number; readonly code: string }[];
  readonly sentinel: Found['redis'];
  readonly acl: Found['redis'];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly actions: readonly string[];
}

const FILES = {
  'redis.conf': 'appendonly yes\nappendfsync \nmaxmemroy 1gb\n',
  'sentinel.conf': 'sentinel monitor shop 10.0.0.1 6379 0\n',
  'users.acl': 'alice on nopass\n',
};
/** What the README says that Neovim 0.7 needs in the place of `vim.lsp.start`. */
const BEFORE_0_8 = `vim.lsp.start = vim.lsp.start or function(config, options)
  vim.lsp.buf_attach_client(options.bufnr, vim.lsp.start_client(config))
end
`;

describe('in Neovim, as the README says', function () {
  this.timeout(5 * 60 * 1000);
  let folder: string | undefined;
  let found: Found;

  before(async function () {
    const version = await programVersion('nvim', 'neovim');
    if (typeof version !== 'string') unavailable(this, version.reason);
    if (/v0\.[0-6]\./.test(version)) unavailable(this, 'nvim is older than 0.7');
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const snippet = /```lua\n([\s\S]*?)```/.exec(readme)?.[1];
    assert.ok(snippet !== undefined, 'the README has a snippet for Neovim');
    assert.match(snippet, /\/path\/to\/dist\/server\.js/);
    folder = await mkdtemp(join(tmpdir(), 'redis-environments-neovim-'));
    const text = BEFORE_0_8 + snippet.replace('/path/to/dist/server.js', join(root, 'dist/server.js'));
    await writeFile(join(folder, 'snippet.lua'), text);
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
    const script = join(root, 'test/server/neovim.lua');
    await run('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`], {
      cwd: folder,
      env: { ...process.env, FOLDER: folder, SNIPPET: join(folder, 'snippet.lua'), XDG_STATE_HOME: folder },
      timeout: 4 * 60 * 1000,
    });
    found = JSON.parse(await readFile(join(folder, 'found.json'), 'utf8')) as Found;
    assert.equal(found.problem, undefined);
  });

  after(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  it('underlines what the server would refuse, in files of all three languages', () => {
    assert.deepEqual(found.redis, [
      { line: 1, code: 'argument-count' },
      { line: 2, code: 'unknown-directive' },
    ]);
    assert.deepEqual(found.sentinel, [{ line: 0, code: 'sentinel-statement' }]);
    assert.deepEqual(found.acl, [{ line: 0, code: 'acl-line' }]);
  });

  it('explains a directive', () => {
    assert.match(found.hover, /appendonly/);
  });

  it('completes values', () => {
    assert.deepEqual([...found.completion].sort(), ['always', 'everysec', 'no']);
  });

  it('offers the fix, and applies it', () => {
    assert.ok(found.actions.some((title) => title.includes('maxmemory')));
  });
});
