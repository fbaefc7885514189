import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from '../oracle/lock';

const run = promisify(execFile);
const PACKAGE = join(__dirname, '../../../test/bench');
const FILES = ['package.json', 'package-lock.json'] as const;

/** The scripts that start the other language servers. */
export interface Peers {
  readonly json: string;
  readonly docker: string;
}

/**
 * Installs the servers that the lockfile names, unless they are there, and returns their paths. They live outside
 * the tree, one folder for each content of the lockfile; no script of a package runs.
 */
export async function ensurePeers(): Promise<Peers> {
  const lockfile = await readFile(join(PACKAGE, 'package-lock.json'));
  const home = join(cacheFolder(), 'bench', createHash('sha256').update(lockfile).digest('hex').slice(0, 16));
  const peers = {
    json: join(home, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server'),
    docker: join(home, 'node_modules/dockerfile-language-server-nodejs/bin/docker-langserver'),
  };
  if (!existsSync(home)) {
    await mkdir(dirname(home), { recursive: true });
    await withLock(`${home}.lock`, async () => {
      if (!existsSync(home)) await install(home);
    });
  }
  return peers;
}

/** Into a folder of its own that takes the final name when it is whole. */
async function install(home: string): Promise<void> {
  process.stderr.write(`Installing the servers to compare with into ${home} (once, about 100 MB) ...\n`);
  const unfinished = await mkdtemp(`${home}.installing-`);
  try {
    for (const file of FILES) await copyFile(join(PACKAGE, file), join(unfinished, file));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: unfinished });
    await rename(unfinished, home);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function cacheFolder(): string {
  const { REDIS_ENVIRONMENTS_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
  return own || join(shared || join(homedir(), '.cache'), 'redis-environments');
}
