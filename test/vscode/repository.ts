import { join } from 'node:path';

/** The root of the repository, seen from the compiled file out/test/vscode/repository.js. */
export const repository = join(__dirname, '../../..');
