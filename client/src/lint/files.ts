import { type PathLike, stat as statWithCallback, type Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { languageOfPath } from '../../../server/src/fileNames';
import { UsageError } from './options';
import { reasonOf } from './problems';

const SKIPPED = ['**/node_modules/**', '**/.git/**'];

/** The files that the arguments name, in a stable order, each once, however many names it has. */
export async function findFiles(args: readonly string[]): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const arg of args) paths.push(...(arg === '-' ? [arg] : await filesOf(arg)));
  return namedOnce(paths);
}

async function filesOf(arg: string): Promise<readonly string[]> {
  const there = await stat(arg).catch(() => undefined);
  if (there?.isDirectory()) {
    await readdir(arg).catch((error: unknown) => {
      throw new UsageError(`${arg}: ${reasonOf(error)}.`);
    });
    const inside = await search(['**/*.conf*', '**/*.acl*'], arg);
    const ours = inside.map((path) => join(arg, path)).filter((path) => languageOfPath(path) !== undefined);
    if (ours.length > 0) return ours;
    throw new UsageError(`${arg}: there is no redis.conf, sentinel.conf or ACL file in this directory.`);
  }
  if (there || !isDynamicPattern(arg)) return [arg];
  const matches = await search([arg], '.');
  if (matches.length === 0) throw new UsageError(`${arg}: no file matches.`);
  return matches;
}

/** Links to files count as files; links to directories are not followed, they may lead anywhere, and in circles. */
function statFile(path: PathLike, done: (error: NodeJS.ErrnoException | null, stats: Stats) => void): void {
  statWithCallback(path, (error, stats) => done(error ?? (stats.isFile() ? null : new Error('no file')), stats));
}

// The search calls it with a callback and nothing else.
const onlyFiles = { stat: statFile as typeof statWithCallback };

/** In the order of their names; of several names of a file the shortest. */
async function search(patterns: readonly string[], directory: string): Promise<readonly string[]> {
  const found = await glob([...patterns], { cwd: directory, ignore: SKIPPED, dot: true, fs: onlyFiles });
  const shortestFirst = found.sort((a, b) => a.length - b.length);
  return [...(await namedOnce(shortestFirst, directory))].sort();
}

/** Without the paths that lead to the same file as one before them. */
async function namedOnce(paths: readonly string[], directory = '.'): Promise<readonly string[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const real =
      path === '-' ? path : await realpath(isAbsolute(path) ? path : join(directory, path)).catch(() => path);
    if (!found.has(real)) found.set(real, path);
  }
  return [...found.values()];
}
