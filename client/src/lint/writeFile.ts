import { randomBytes } from 'node:crypto';
import { access, chmod, chown, constants, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './options';
import { reasonOf } from './problems';
import { bytesOf, type LintFile } from './readFile';

/**
 * Puts a new text in the place of a file at once: owner, mode, links and encoding stay as they are. Rejects with a
 * sentence for the user, and leaves the file alone, when it may not be written or somebody else has changed it.
 */
export async function writeLintFile(file: LintFile, text: string): Promise<void> {
  try {
    await replaceFile(file, text);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${file.path}: not fixed, ${reasonOf(error)}.`);
  }
}

async function replaceFile(file: LintFile, text: string): Promise<void> {
  const path = await realpath(file.path);
  const there = await stat(path);
  if (!there.isFile()) throw new UsageError(`${file.path}: not fixed, it is no regular file.`);
  // A new file in its place would need no permission on the old one.
  await access(path, constants.W_OK);
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(bytesOf(file, text));
    await handle.sync();
    await handle.close();
    if (process.getuid?.() === 0) await chown(temporary, there.uid, there.gid);
    await chmod(temporary, there.mode & 0o7777);
    if (!(await readFile(path)).equals(bytesOf(file, file.text)))
      throw new UsageError(`${file.path}: not fixed, somebody else has changed it in between.`);
    await rename(temporary, path);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}
