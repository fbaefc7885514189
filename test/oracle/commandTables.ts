import type { SeenCommand, SeenTable } from './commands.js';
import type { Question, Reply } from './question.js';
import type { RealServer } from './servers.js';
import type { Oracle } from './verdict.js';
import { compareVersions } from './versions.js';

type ServerName = Pick<RealServer, 'product' | 'version'>;

/** Starts one server with a file, sends it commands and gives back its replies. */
export type Ask = (question: Question, commands: readonly (readonly string[])[]) => Promise<readonly Reply[]>;

/** A config with which a server shows all its commands, hidden ones too. */
const open: Question = { mode: 'server', text: '' };
const inSentinelMode: Question = { mode: 'sentinel', text: '' };

/** The command table of a running server. */
export function readTable(oracle: Oracle, server: RealServer): Promise<SeenTable> {
  return askTable(server, (question, commands) => oracle.ask(server, question, commands));
}

/** The command table of a server that is asked in any way. */
export async function askTable(server: ServerName, ask: Ask): Promise<SeenTable> {
  const documented = compareVersions(server.version, '7.0.0') >= 0;
  // Since 8.0 Redis hides internal commands from clients that are not marked as internal.
  const hides = server.product === 'redis' && compareVersions(server.version, '8.0.0') >= 0;
  const question = hides ? { ...open, text: 'enable-debug-command yes\n' } : open;
  const commands = [
    ...(hides ? [['DEBUG', 'MARK-INTERNAL-CLIENT']] : []),
    ['COMMAND'],
    ...(documented ? [['COMMAND', 'DOCS']] : []),
  ];
  const replies = await ask(question, commands);
  const [table, docs] = hides ? replies.slice(1) : replies;
  return tableOf(server, table, docs);
}

/**
 * The command table of a server in sentinel mode. Up to 6.0 a sentinel has no COMMAND, so each name that `table`
 * knows is tried with rename-command.
 */
export async function readSentinelTable(oracle: Oracle, server: RealServer, table: SeenTable): Promise<SeenTable> {
  const told = await askSentinelTable(server, (question, commands) => oracle.ask(server, question, commands));
  if (told) return told;
  const sentinel: SeenCommand = {
    name: 'sentinel',
    arity: -2,
    categories: [],
    module: false,
    group: undefined,
    since: undefined,
  };
  const tried = [...table.commands.values(), sentinel].map(async (command) => {
    const question: Question = { mode: 'sentinel', text: `rename-command ${command.name} renamed\n` };
    const { verdict } = await oracle.judge(server, question);
    return verdict === 'accepted' ? [[command.name, command] as const] : [];
  });
  const { product, version } = server;
  return { product, version, commands: new Map((await Promise.all(tried)).flat()) };
}

/** The command table that a server in sentinel mode tells; up to 6.0 it tells none. */
export async function askSentinelTable(server: ServerName, ask: Ask): Promise<SeenTable | undefined> {
  if (server.product === 'redis' && compareVersions(server.version, '6.2.0') < 0) return undefined;
  const [commands, docs] = await ask(inSentinelMode, [['COMMAND'], ['COMMAND', 'DOCS']]);
  return tableOf(server, commands, docs);
}

function tableOf({ product, version }: ServerName, table: Reply | undefined, docs: Reply | undefined): SeenTable {
  const documented = docs === undefined ? new Map<string, Docs>() : readDocs(docs);
  const commands = new Map<string, SeenCommand>();
  const add = (entry: Reply): void => {
    const [name, arity, flags, , , , categories = [], , , subcommands = []] = asArray(entry);
    const key = asText(name).toLowerCase();
    commands.set(key, {
      name: key,
      arity: Number(arity),
      categories: asArray(categories).map((category) => asText(category).slice(1)),
      module: asArray(flags).includes('module'),
      group: documented.get(key)?.group,
      since: documented.get(key)?.since,
    });
    asArray(subcommands).forEach(add);
  };
  asArray(table).forEach(add);
  return { product, version, commands };
}

interface Docs {
  readonly group: string | undefined;
  readonly since: string | undefined;
}

function readDocs(docs: Reply, found = new Map<string, Docs>()): Map<string, Docs> {
  for (const [name, description] of asPairs(docs)) {
    const fields = new Map(asPairs(description));
    const text = (field: string): string | undefined => {
      const value = fields.get(field);
      return typeof value === 'string' ? value : undefined;
    };
    found.set(name.toLowerCase(), { group: text('group'), since: text('since') });
    readDocs(fields.get('subcommands') ?? [], found);
  }
  return found;
}

function asPairs(reply: Reply): [string, Reply][] {
  const items = asArray(reply);
  return items.flatMap((item, at) => (at % 2 === 0 ? [[asText(item), items[at + 1] ?? null] as [string, Reply]] : []));
}

function asArray(reply: Reply | undefined): readonly Reply[] {
  if (!Array.isArray(reply)) throw new Error(`not an array: ${JSON.stringify(reply)}`);
  return reply as readonly Reply[];
}

function asText(reply: Reply | undefined): string {
  if (typeof reply !== 'string') throw new Error(`not a string: ${JSON.stringify(reply)}`);
  return reply;
}
