import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AptRoot } from './aptRoot.js';
import { debianMirror, type DebianMirror } from './aptSources.js';
import { withLock } from './lock.js';

const run = promisify(execFile);

/** The two products whose servers judge files. */
export type Product = 'redis' | 'valkey';

/** A real server of a Debian suite, unpacked into a tree of its own and started by that tree's own loader. */
export interface RealServer {
  /** `redis@7.0.15` */
  readonly target: string;
  readonly product: Product;
  readonly version: string;
  /** How to start it: loader, library path, server; the config file and options come after. */
  readonly argv: readonly string[];
  /** How to start the command-line client of the same version. */
  readonly cli: readonly string[];
  readonly root: string;
  readonly suite: string;
  readonly stockConf?: string;
  readonly stockSentinelConf?: string;
}

/** A server that could not be had. */
export interface MissingServer {
  readonly suite: string;
  readonly product: Product;
  readonly reason: string;
}

interface Recipe {
  readonly suite: string;
  readonly products: readonly Product[];
  /** Suites that complete this one. */
  readonly also: readonly string[];
}

const recipes: readonly Recipe[] = [
  { suite: 'bullseye', products: ['redis'], also: [] },
  { suite: 'bookworm', products: ['redis'], also: [] },
  { suite: 'bookworm-backports', products: ['valkey'], also: ['bookworm'] },
  { suite: 'trixie', products: ['redis', 'valkey'], also: [] },
  { suite: 'sid', products: ['redis', 'valkey'], also: [] },
  { suite: 'experimental', products: ['redis'], also: ['sid'] },
];

let ensured: Promise<{ servers: RealServer[]; missing: MissingServer[] }> | undefined;

/** Every real server that this machine can have; the first call ever downloads them, later ones read the cache. */
export function ensureServers(): Promise<{ servers: RealServer[]; missing: MissingServer[] }> {
  ensured ??= installAll(cacheFolder());
  return ensured;
}

/** Where servers are kept between runs: outside every checkout. */
export function cacheFolder(): string {
  const chosen = process.env['REDIS_ENVIRONMENTS_CACHE'];
  if (chosen !== undefined && chosen !== '') return join(chosen, 'servers');
  const base = process.env['XDG_CACHE_HOME'];
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'redis-environments', 'servers');
}

async function installAll(cache: string): Promise<{ servers: RealServer[]; missing: MissingServer[] }> {
  mkdirSync(cache, { recursive: true });
  const missing: MissingServer[] = [];
  if (recipes.some((recipe) => absentProducts(cache, recipe).length > 0)) {
    await withLock(join(cache, 'lock'), async () => {
      for (const recipe of recipes) missing.push(...(await installSuite(cache, recipe)));
    });
  }
  const servers = recipes
    .flatMap(({ suite, products }) => products.map((product) => serverAt(cache, suite, product)))
    .filter((server) => server !== undefined);
  return { servers: servers.filter((server, at) => firstOf(servers, server.target) === at), missing };
}

function firstOf(servers: readonly RealServer[], target: string): number {
  return servers.findIndex((server) => server.target === target);
}

function absentProducts(cache: string, { suite, products }: Recipe): Product[] {
  return products.filter((product) => serverAt(cache, suite, product) === undefined);
}

/** Builds what is absent beside its final place and renames it into place when it is complete. */
async function installSuite(cache: string, recipe: Recipe): Promise<MissingServer[]> {
  const { suite } = recipe;
  const absent = absentProducts(cache, recipe);
  if (absent.length === 0) return [];
  const missing = (products: readonly Product[], reason: string): MissingServer[] =>
    products.map((product) => ({ suite, product, reason }));
  const mirror = debianMirror();
  if ('reason' in mirror) return missing(absent, mirror.reason);
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('.building-'))) {
    rmSync(join(cache, name), { recursive: true, force: true });
  }
  const building = mkdtempSync(join(cache, '.building-'));
  try {
    const apt = await openApt(join(building, 'apt'), mirror, recipe);
    if (typeof apt === 'string') return missing(absent, apt);
    const failures: MissingServer[] = [];
    for (const product of absent) {
      const failure = await installServer(apt, product, join(building, product), folderOf(cache, suite, product));
      if (failure !== undefined) failures.push(...missing([product], failure));
    }
    return failures;
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

async function openApt(folder: string, mirror: DebianMirror, recipe: Recipe): Promise<AptRoot | string> {
  try {
    mkdirSync(folder);
    return await AptRoot.open(folder, mirror, recipe.suite, recipe.also);
  } catch (error) {
    return reasonOf(error);
  }
}

async function installServer(apt: AptRoot, product: Product, tree: string, place: string): Promise<string | undefined> {
  try {
    await apt.unpack(`${product}-tools`, [`${product}-server`, `${product}-sentinel`], tree);
    for (const unused of ['usr/share', 'var']) rmSync(join(tree, unused), { recursive: true, force: true });
    const [command = '', ...args] = startOf(tree, `${product}-server`);
    const { stdout } = await run(command, [...args, '--version']);
    const version = /\bv=(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
    if (version === undefined) return `its --version says: ${stdout.trim()}`;
    writeFileSync(join(tree, 'version'), `${version}\n`);
    rmSync(place, { recursive: true, force: true });
    renameSync(tree, place);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function serverAt(cache: string, suite: string, product: Product): RealServer | undefined {
  const root = folderOf(cache, suite, product);
  if (!existsSync(join(root, 'version'))) return undefined;
  const version = readFileSync(join(root, 'version'), 'utf8').trim();
  const etc = join(root, 'etc', product);
  const stockConf = join(etc, `${product}.conf`);
  const stockSentinelConf = join(etc, 'sentinel.conf');
  return {
    target: `${product}@${version}`,
    product,
    version,
    argv: startOf(root, `${product}-server`),
    cli: startOf(root, `${product}-cli`),
    root,
    suite,
    ...(existsSync(stockConf) ? { stockConf } : {}),
    ...(existsSync(stockSentinelConf) ? { stockSentinelConf } : {}),
  };
}

/** The server looks at its own name, so the path given to the loader is the symbolic link and not its target. */
function startOf(root: string, program: string): string[] {
  const folders = ['lib', 'usr/lib']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((folder) => folder.endsWith('-linux-gnu'));
  const loaders = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^ld-linux.*\.so\.\d+$/.test(name))
      .map((name) => join(folder, name)),
  );
  const [loader] = loaders;
  if (loader === undefined) throw new Error(`${root} holds no loader`);
  return [loader, '--library-path', folders.join(':'), join(root, 'usr/bin', program)];
}

function folderOf(cache: string, suite: string, product: Product): string {
  return join(cache, `${suite}-${product}`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
