import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { languageOfPath } from '../../../server/src/fileNames';
import { UsageError } from './options';
import { reasonOf } from './problems';

const SKIPPED = ['**/node_modules/**', '**/.git/**'];

/** The files that the arguments name, in a stable order, each once, however many names it has. */
export async function findFiles(args: readonly string[]): Promise<readonly string[]> {
  const found = new Map<string, string>();
  for (const arg of args) {
    for (const path of arg === '-' ? [arg] : await filesOf(arg)) {
      const real = path === '-' ? path : await realpath(path).catch(() => path);
      if (!found.has(real)) found.set(real, path);
    }
  }
  return [...found.values()];
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

/** Links to directories are not followed: they may lead in circles, or out. Shorter names first, then by letter. */
async function search(patterns: readonly string[], directory: string): Promise<readonly string[]> {
  const options = { cwd: directory, ignore: SKIPPED, dot: true, followSymbolicLinks: false };
  return (await glob([...patterns], options)).sort();
}
