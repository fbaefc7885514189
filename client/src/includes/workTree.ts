import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Does the path lie in a working copy of git? Its permissions are then those of the checkout, which say nothing of the
 * machine where the file is used.
 */
export async function isInWorkTree(path: string): Promise<boolean> {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const there = await stat(join(directory, '.git')).then(
      () => true,
      () => false,
    );
    if (there) return true;
    if (dirname(directory) === directory) return false;
  }
}
