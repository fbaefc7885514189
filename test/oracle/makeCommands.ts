import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSentinelTable, readTable } from './commandTables.js';
import { mergeTables, printCatalogue } from './commands.js';
import { ensureServers } from './servers.js';
import { Oracle } from './verdict.js';

const target = join(__dirname, '../../../server/src/conf/catalogue/commands.json');

/** Writes the catalogue of commands from what the real servers at hand say; refuses when one of them is missing. */
async function main(): Promise<void> {
  const { servers, missing } = await ensureServers();
  if (missing.length > 0) throw new Error(`without all servers the catalogue would shrink: ${JSON.stringify(missing)}`);
  const oracle = await Oracle.open(servers);
  try {
    const tables = await Promise.all(servers.map((server) => readTable(oracle, server)));
    const sentinels = await Promise.all(
      servers.map(async (server, at) => {
        const table = tables[at];
        return table === undefined ? [] : [await readSentinelTable(oracle, server, table)];
      }),
    );
    writeFileSync(target, printCatalogue(mergeTables(tables, sentinels.flat())));
  } finally {
    await oracle.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
