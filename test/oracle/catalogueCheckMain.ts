import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { observe } from './check/observe.js';
import { printCheck } from './check/print.js';
import { checkCatalogue } from './catalogueCheck.js';
import type { CommandCatalogue } from './commands.js';

const USAGE = `Compares a server with the catalogue of directives and commands.

  npm run catalogue:check -- /path/to/redis-server

The words after -- start the server, so a loader may stand before it. Ends with 0 when there is no difference,
with 1 when there is one, and with 2 when the server could not be asked.
`;

const commandsFile = join(__dirname, '../../../server/src/conf/catalogue/commands.json');

/** The server is started in a folder of its own, so paths are made whole. */
async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const argv = words.map((word) => (existsSync(word) ? resolve(word) : word));
  const check = checkCatalogue(await observe(argv), JSON.parse(readFileSync(commandsFile, 'utf8')) as CommandCatalogue);
  process.stdout.write(printCheck(check));
  return check.differences.length === 0 ? 0 : 1;
}

// Ending in the ordinary way also ends what was started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(2));
main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    process.stderr.write(`The server could not be asked: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
