import { existsIn, type CommandCatalogue, type CommandEntry, type SeenTable } from '../commands.js';
import { compareVersions } from '../versions.js';
import type { Difference } from './difference.js';
import type { Observation } from './observation.js';

/** Which commands and sub-commands only one side knows, in both modes of the server. */
export function compareCommands(seen: Observation, catalogue: CommandCatalogue): readonly Difference[] {
  const inSentinelMode = seen.sentinelCommands
    ? compareTable(seen.sentinelCommands, catalogue.sentinelCommands, ' in sentinel mode')
    : [];
  return [...compareTable(seen.commands, catalogue.commands, ''), ...inSentinelMode];
}

function compareTable(table: SeenTable, entries: readonly CommandEntry[], where: string): readonly Difference[] {
  const { product, version, commands } = table;
  // Before 7.0 a sub-command was an argument like any other.
  const tellsSubcommands = product === 'valkey' || compareVersions(version, '7.0.0') >= 0;
  const known = new Set<string>();
  for (const entry of entries) {
    if (!existsIn(entry, product, version)) continue;
    known.add(entry.name);
    for (const [name, life] of Object.entries(tellsSubcommands ? (entry.subcommands ?? {}) : {})) {
      if (existsIn(life, product, version)) known.add(`${entry.name}|${name}`);
    }
  }
  const sides = [`knows it${where}`, `does not know it${where}`] as const;
  const [yes, no] = sides;
  return [
    ...missingIn(known, commands.keys()).map((subject) => command(subject, no, yes)),
    ...missingIn(new Set(commands.keys()), known).map((subject) => command(subject, yes, no)),
  ];
}

function missingIn(names: ReadonlySet<string>, others: Iterable<string>): readonly string[] {
  return [...others].filter((name) => !names.has(name));
}

function command(subject: string, catalogue: string, server: string): Difference {
  return { kind: 'command', subject: subject.toUpperCase(), catalogue, server };
}
