import { atLeast, compareVersions, type Product, type Target, targetLabel, versionNumber } from '../target';
import data from './commands.json';
import { parsed } from './parsed';

type PerProduct = Readonly<Partial<Record<Product, string>>>;

interface Lifetime {
  readonly since: PerProduct;
  readonly removed?: PerProduct;
}

interface CommandEntry extends Lifetime {
  readonly name: string;
  readonly categories: readonly string[];
  readonly container: boolean;
  /** Comes with a built-in module, after the configuration file was read. */
  readonly module?: boolean;
  readonly subcommands?: Readonly<Record<string, Lifetime>>;
}

interface CommandsFile {
  readonly commands: readonly CommandEntry[];
  /** A server in Sentinel mode has a table of its own. */
  readonly sentinelCommands: readonly CommandEntry[];
}

const FILE = parsed<CommandsFile>(data);

/** Which of the two command tables a server has. */
export type ServerMode = 'server' | 'sentinel';

/** The commands of one target in one mode. All names are taken in any case. */
export interface Commands {
  readonly has: (name: string) => boolean;
  /** Does the command have sub-commands that the target knows by name? Never before 7.0. */
  readonly isContainer: (name: string) => boolean;
  readonly hasSubcommand: (container: string, name: string) => boolean;
  /** Is the command there while the file is read, so that `rename-command` finds it? */
  readonly isRenamable: (name: string) => boolean;
  /** ACL categories of a command, without `all`. */
  readonly categoriesOf: (name: string) => readonly string[];
  readonly names: readonly string[];
}

/** The ACL categories of every version without modules, beside `all`. */
export const ACL_CATEGORIES: ReadonlySet<string> = new Set(
  (
    'keyspace read write set sortedset list hash string bitmap hyperloglog geo stream pubsub admin fast slow blocking ' +
    'dangerous connection transaction scripting'
  ).split(' '),
);

const ADMIN = ['admin', 'slow', 'dangerous'];
/** Before 7.0 a category held a container as a whole; since then its sub-commands are in categories, one by one. */
const CONTAINERS_BEFORE_7: Readonly<Record<string, readonly string[]>> = {
  acl: ADMIN,
  client: [...ADMIN, 'connection'],
  cluster: ADMIN,
  command: ['slow', 'connection'],
  config: ADMIN,
  latency: ADMIN,
  memory: ['read', 'slow'],
  module: ADMIN,
  object: ['keyspace', 'read', 'slow'],
  pubsub: ['pubsub', 'slow'],
  script: ['slow', 'scripting'],
  slowlog: ADMIN,
  xgroup: ['write', 'stream', 'slow'],
  xinfo: ['read', 'stream', 'slow'],
};

const tables = new Map<string, Commands>();

/** The commands that a target knows. Made once for each target and mode, and shared. */
export function commandsOf(target: Target, mode: ServerMode = 'server'): Commands {
  const id = `${mode} ${targetLabel(target)}`;
  let commands = tables.get(id);
  if (!commands) {
    commands = makeCommands(target, mode === 'sentinel' ? FILE.sentinelCommands : FILE.commands);
    tables.set(id, commands);
  }
  return commands;
}

function makeCommands(target: Target, entries: readonly CommandEntry[]): Commands {
  const known = new Map(entries.filter((entry) => existsIn(entry, target)).map((entry) => [entry.name, entry]));
  const knowsSubcommands = target.product === 'valkey' || atLeast(target, 'redis', '7.0.0');
  const find = (name: string): CommandEntry | undefined => known.get(name) ?? known.get(name.toLowerCase());
  const subcommandsOf = new Map<string, ReadonlySet<string>>();
  for (const [name, { subcommands }] of knowsSubcommands ? known : []) {
    const alive = Object.entries(subcommands ?? {}).filter(([, lifetime]) => existsIn(lifetime, target));
    if (alive.length > 0) subcommandsOf.set(name, new Set(alive.map(([sub]) => sub)));
  }
  return {
    has: (name) => find(name) !== undefined,
    isContainer: (name) => subcommandsOf.has(name.toLowerCase()),
    hasSubcommand: (container, name) => subcommandsOf.get(container.toLowerCase())?.has(name.toLowerCase()) ?? false,
    isRenamable: (name) => {
      const entry = find(name);
      return entry !== undefined && entry.module !== true;
    },
    categoriesOf: (name) => {
      const entry = find(name);
      if (!entry) return [];
      return (knowsSubcommands ? undefined : CONTAINERS_BEFORE_7[entry.name]) ?? entry.categories;
    },
    names: [...known.keys()],
  };
}

function existsIn({ since, removed }: Lifetime, target: Target): boolean {
  const first = since[target.product];
  const end = removed?.[target.product];
  if (first === undefined || compareVersions(target.version, first) < 0) return false;
  return end === undefined || versionNumber(target.version) < versionNumber(end);
}

const PRODUCTS: readonly (readonly [Product, string])[] = [
  ['redis', 'Redis'],
  ['valkey', 'Valkey'],
];
const everywhere = new Map(FILE.commands.map((entry) => [entry.name, entry]));

/** Where a command or sub-command (`config|get`) is known: `Redis since 7.0.0`; undefined when no version has it. */
export function describeCommand(name: string): string | undefined {
  const [command = '', sub] = name.toLowerCase().split('|', 2);
  const entry = everywhere.get(command);
  const subcommands = entry?.subcommands ?? {};
  const lifetime = sub === undefined ? entry : Object.hasOwn(subcommands, sub) ? subcommands[sub] : undefined;
  if (!lifetime) return undefined;
  return PRODUCTS.flatMap(([product, label]) => {
    const since = lifetime.since[product];
    const end = lifetime.removed?.[product];
    if (since === undefined) return [];
    return [end === undefined ? `${label} since ${since}` : `${label} from ${since} until before ${end}`];
  }).join(' and ');
}
