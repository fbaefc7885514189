import { chmod, chown, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { languageOfPath } from '../../../server/src/fileNames';
import { isInWorkTree } from '../includes/workTree';
import { UsageError } from './options';

/** A file as text, with what is needed to write it back byte for byte. */
export interface LintFile {
  /** As the user named it; `-` for standard input. */
  readonly path: string;
  /** Name shown in results. */
  readonly name: string;
  readonly text: string;
  readonly byteOrderMark: boolean;
  /** Files that are no UTF-8 are read byte by byte, so that nothing is lost when they are written. */
  readonly encoding: 'utf8' | 'latin1';
  readonly worldReadable: boolean | undefined;
}

const SKIPPED = ['**/node_modules/**', '**/.git/**'];

/** The files that the arguments name, in a stable order, each once. */
export async function findFiles(args: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const arg of args) {
    if (arg === '-') {
      found.add(arg);
      continue;
    }
    const there = await stat(arg).catch(() => undefined);
    if (there?.isDirectory()) {
      const inside = await glob(['**/*.conf*', '**/*.acl*'], { cwd: arg, ignore: SKIPPED, dot: true });
      const ours = inside.filter((path) => languageOfPath(join(arg, path)) !== undefined).sort();
      if (ours.length === 0)
        throw new UsageError(`${arg}: there is no redis.conf, sentinel.conf or ACL file in this directory.`);
      for (const path of ours) found.add(join(arg, path));
    } else if (!there && isDynamicPattern(arg)) {
      const matches = (await glob([arg], { ignore: SKIPPED, dot: true })).sort();
      if (matches.length === 0) throw new UsageError(`${arg}: no file matches.`);
      for (const path of matches) found.add(path);
    } else {
      found.add(arg);
    }
  }
  return [...found];
}

/** Reads a file or standard input. Rejects with a sentence for the user when that is not possible. */
export async function readLintFile(path: string, stdinName: string): Promise<LintFile> {
  const bytes = path === '-' ? await readStandardInput() : await readBytes(path);
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = byteOrderMark ? bytes.subarray(3) : bytes;
  const text = decodeUtf8(body);
  const mode = path === '-' ? undefined : (await stat(path)).mode;
  const known = mode !== undefined && process.platform !== 'win32' && !(await isInWorkTree(await realpath(path)));
  return {
    path,
    name: path === '-' ? stdinName : path,
    text: text ?? body.toString('latin1'),
    byteOrderMark,
    encoding: text === undefined ? 'latin1' : 'utf8',
    worldReadable: known ? (mode & 0o004) !== 0 : undefined,
  };
}

/** Puts a new text in the place of a file at once: owner, mode, links and encoding stay as they are. */
export async function writeLintFile(file: LintFile, text: string): Promise<void> {
  const path = await realpath(file.path);
  const { mode, uid, gid } = await stat(path);
  const body = Buffer.from(text, file.encoding);
  const bytes = file.byteOrderMark ? Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]) : body;
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    if (process.getuid?.() === 0) await chown(temporary, uid, gid);
    await chmod(temporary, mode & 0o7777);
    await rename(temporary, path);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8; the caller reads it byte by byte.
    return undefined;
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EACCES'
          ? 'it may not be read'
          : code === 'EISDIR'
            ? 'it is a directory'
            : String(code);
    throw new UsageError(`${path}: ${reason}.`);
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
