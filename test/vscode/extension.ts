import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './directoryLock';
import { repository } from './repository';

/**
 * The extension that is tested: what REDIS_ENVIRONMENTS_EXTENSION names (a .vsix or a folder), else the packaged one
 * when it is not older than the build, else the repository as an extension under development.
 */
export async function extensionUnderTest(): Promise<string> {
  const wanted = process.env['REDIS_ENVIRONMENTS_EXTENSION'];
  if (wanted) return wanted;
  const packaged = join(repository, 'dist/redis-environments.vsix');
  const built = await timeOf(join(repository, 'dist/extension.js'));
  if (built === undefined) throw new Error('dist/extension.js is missing; npm run build makes it');
  return ((await timeOf(packaged)) ?? 0) >= built ? packaged : repository;
}

async function timeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
