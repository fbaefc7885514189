import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from './oracle/lock';

const run = promisify(execFile);

/**
 * Ends a test layer that this machine cannot run: skipped with the reason in print, and a failure in CI, where every
 * layer must run. Call it from a `before` hook, with the hook's `this`.
 */
export function unavailable(context: Mocha.Context, reason: string): never {
  if (process.env['CI'] === 'true') {
    throw new Error(`In CI every layer must run, and this one cannot: ${reason}`);
  }
  process.stdout.write(`  not run: ${reason}\n`);
  return context.skip();
}

/**
 * What a program says of its version, or the reason why the machine does not have it. In CI a missing one is installed
 * from the Debian package of the name.
 */
export async function programVersion(program: string, packageName: string): Promise<string | { reason: string }> {
  const version = async (): Promise<string> => (await run(program, ['--version'])).stdout;
  try {
    return await version();
  } catch {
    if (process.env['CI'] !== 'true') return { reason: `${program} is not installed` };
  }
  if (process.getuid?.() !== 0) return { reason: `${program} is not installed, and only root could install it` };
  try {
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 1 << 26 };
    // Test files run side by side, and apt does not.
    await withLock(join(tmpdir(), 'redis-environments-apt'), async () => {
      await run('apt-get', ['update'], options);
      await run('apt-get', ['install', '-y', '--no-install-recommends', packageName], options);
    });
    return await version();
  } catch (error) {
    return {
      reason: `${packageName} could not be installed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
