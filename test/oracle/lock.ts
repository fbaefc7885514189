import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs the work while holding an exclusive lock on the file. The lock is the kernel's: it ends with the holder,
 * however the holder ends, so there is no stale lock to clean up.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', ['--exclusive', file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  const held = await Promise.race([
    once(holder.stdout, 'data').then(() => true),
    ended.then(() => false),
    once(holder, 'error').then(() => false),
  ]);
  if (!held) throw new Error(`cannot lock ${file} with flock`);
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
