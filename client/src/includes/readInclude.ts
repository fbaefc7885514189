import picomatch from 'picomatch';
import type { ReadIncludeResult } from '../../../server/src/protocol';

/** What reading included files needs of a file system. Paths are absolute, with `/`. */
export interface IncludeFileSystem {
  /** The path without symbolic links; rejects when it does not exist. */
  realPath(path: string): Promise<string>;
  /** Kind and size of what is there; undefined when there is nothing. */
  stat(path: string): Promise<{ readonly kind: 'file' | 'directory' | 'other'; readonly size: number } | undefined>;
  /** Names in a directory; empty when it cannot be read. */
  list(path: string): Promise<readonly string[]>;
  read(path: string): Promise<string>;
  /** How a path is named outside, as a URI. */
  uri(path: string): string;
}

/** Bigger files are not followed. */
export const LARGEST_INCLUDE = 5 * 1024 * 1024;
const MOST_MATCHES = 256;

/**
 * Reads the files that an `include` argument names, as the server would from the directory of the including file, but
 * only regular files below `root`, and never over the network. Anything else has a `problem` instead of files.
 */
export async function readInclude(
  files: IncludeFileSystem,
  directory: string,
  argument: string,
  root: string,
): Promise<ReadIncludeResult> {
  if (argument === '' || argument.includes('\0')) return { problem: 'The path is empty or holds a NUL byte.' };
  if (/^(?:\\\\|\/\/|[a-z][a-z0-9+.-]+:\/\/)/i.test(argument))
    return { problem: 'Paths over the network are not followed.' };
  const absolute = argument.startsWith('/') ? argument : `${directory}/${argument}`;
  const isPattern = /[*?[]/.test(argument);
  const paths = isPattern ? await expand(files, normalize(absolute), root) : [normalize(absolute)];
  const found: { uri: string; text: string }[] = [];
  for (const path of paths) {
    const problem = await whyNot(files, path, root);
    if (problem) {
      if (isPattern) continue;
      return { problem };
    }
    const stat = await files.stat(path);
    if (stat?.kind !== 'file') continue;
    found.push({ uri: files.uri(path), text: await files.read(path) });
  }
  return { files: found };
}

/** The reason why a path is not followed; undefined when it may be. A directory is accepted and reads as empty. */
async function whyNot(files: IncludeFileSystem, path: string, root: string): Promise<string | undefined> {
  if (!isBelow(path, root)) return `Only files below ${root} are followed.`;
  let real: string;
  try {
    real = await files.realPath(path);
  } catch {
    return `${path} does not exist here.`;
  }
  const realRoot = await files.realPath(root).catch(() => root);
  if (!isBelow(real, realRoot)) return `${path} is a link that leads out of ${root}.`;
  const stat = await files.stat(real);
  if (!stat) return `${path} does not exist here.`;
  if (stat.kind === 'other') return `${path} is no regular file.`;
  return stat.size > LARGEST_INCLUDE ? `${path} is larger than 5 MB.` : undefined;
}

async function expand(files: IncludeFileSystem, pattern: string, root: string): Promise<readonly string[]> {
  let found: string[] = [''];
  const segments = pattern.split('/').slice(1);
  for (const segment of segments) {
    if (!/[*?[]/.test(segment)) {
      found = found.map((path) => `${path}/${segment}`);
      continue;
    }
    const matches = picomatch(segment, {
      dot: segment.startsWith('.'),
      nobrace: true,
      noextglob: true,
      noglobstar: true,
    });
    const next: string[] = [];
    for (const path of found) {
      if (!isBelow(path, root)) continue;
      for (const name of [...(await files.list(path))].sort()) {
        if (next.length < MOST_MATCHES && matches(name)) next.push(`${path}/${name}`);
      }
    }
    found = next;
  }
  return found;
}

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`);
}

/** Takes `.` and `..` out of an absolute path. */
function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
