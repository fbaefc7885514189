import type { Product } from './servers.js';
import { compareVersions } from './versions.js';

/** A version of each product; a product that never had the thing is absent. */
export type PerProduct = Readonly<Partial<Record<Product, string>>>;

/** First version that has it, and first version that no longer has it. */
export interface Lifetime {
  readonly since: PerProduct;
  readonly removed?: PerProduct;
}

/** What the catalogue says of a command, as the newest server that has it describes it. */
export interface CommandEntry extends Lifetime {
  readonly name: string;
  readonly categories: readonly string[];
  /** Whether 7.0 and later know its sub-commands by name; before, any word may follow. */
  readonly container: boolean;
  readonly arity: number;
  readonly group?: string;
  /** Registered by a built-in module after the config file: ACL rules know it, rename-command does not. */
  readonly module?: true;
  readonly subcommands?: Readonly<Record<string, Lifetime>>;
}

/** The commands of all versions; a server in sentinel mode has a table of its own. */
export interface CommandCatalogue {
  readonly commands: readonly CommandEntry[];
  readonly sentinelCommands: readonly CommandEntry[];
}

/** A command as one server describes it. Sub-commands are commands of their own, named `config|get`. */
export interface SeenCommand {
  readonly name: string;
  readonly arity: number;
  readonly categories: readonly string[];
  readonly module: boolean;
  readonly group: string | undefined;
  readonly since: string | undefined;
}

/** All commands of one server. */
export interface SeenTable {
  readonly product: Product;
  readonly version: string;
  readonly commands: ReadonlyMap<string, SeenCommand>;
}

const products: readonly Product[] = ['redis', 'valkey'];

/** From the sources, for versions that no Debian suite has: the documented version is not that of the command table. */
const byHand: Readonly<Record<string, Lifetime>> = {
  'host:': { since: { redis: '3.2.7' }, removed: { redis: '7.0.0' } },
  post: { since: { redis: '3.2.7' }, removed: { redis: '7.0.0' } },
  quit: { since: { redis: '7.0.0' } },
  stralgo: { since: { redis: '6.0.0' }, removed: { redis: '7.0.0' } },
};

const sentinelByHand: Readonly<Record<string, Lifetime>> = {
  acl: { since: { redis: '6.2.0' } },
  auth: { since: { redis: '5.0.1' } },
  command: { since: { redis: '6.2.0' } },
};

/** Puts together what each server says of its own commands and of those of a server in sentinel mode. */
export function mergeTables(tables: readonly SeenTable[], sentinelTables: readonly SeenTable[]): CommandCatalogue {
  return { commands: mergeMode(tables, byHand), sentinelCommands: mergeMode(sentinelTables, sentinelByHand) };
}

/** Whether a version of a product has the command or sub-command. */
export function existsIn({ since, removed }: Lifetime, product: Product, version: string): boolean {
  const first = since[product];
  const end = removed?.[product];
  if (first === undefined || compareVersions(version, first) < 0) return false;
  return end === undefined || compareVersions(version, end) < 0;
}

/** The catalogue as JSON, one command a line. */
export function printCatalogue(catalogue: CommandCatalogue): string {
  const list = (entries: readonly CommandEntry[]): string =>
    `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
  return `{\n"commands": ${list(catalogue.commands)},\n"sentinelCommands": ${list(catalogue.sentinelCommands)}\n}\n`;
}

function mergeMode(tables: readonly SeenTable[], corrections: Readonly<Record<string, Lifetime>>): CommandEntry[] {
  const names = [...new Set(tables.flatMap(({ commands }) => [...commands.keys()]))].sort();
  const tops = names.filter((name) => !name.includes('|'));
  return tops.map((name) => {
    const newest = newestDescription(tables, name);
    const children = names.filter((child) => child.startsWith(`${name}|`));
    const subcommands = children.map((child) => [child.slice(name.length + 1), lifetimeOf(tables, child, undefined)]);
    const { since, removed } = lifetimeOf(tables, name, corrections[name]);
    return {
      name,
      since,
      ...(removed === undefined ? {} : { removed }),
      categories: [...newest.categories].sort(),
      container: children.length > 0,
      arity: newest.arity,
      ...(newest.group === undefined || newest.module ? {} : { group: newest.group }),
      ...(newest.module ? { module: true } : {}),
      ...(children.length === 0 ? {} : { subcommands: Object.fromEntries(subcommands) }),
    };
  });
}

function newestDescription(tables: readonly SeenTable[], name: string): SeenCommand {
  const found = products
    .flatMap((product) => tablesOf(tables, product).reverse())
    .flatMap(({ commands }) => commands.get(name) ?? []);
  const [newest] = found;
  if (newest === undefined) throw new Error(`no server has ${name}`);
  return newest;
}

function lifetimeOf(tables: readonly SeenTable[], name: string, correction: Lifetime | undefined): Lifetime {
  const since: Partial<Record<Product, string>> = {};
  const removed: Partial<Record<Product, string>> = {};
  for (const product of products) {
    // Before 7.0 a sub-command was an argument like any other, so its absence there says nothing.
    const able = tablesOf(tables, product).filter(
      ({ version }) => !name.includes('|') || compareVersions(version, '7.0.0') >= 0,
    );
    const first = able.findIndex(({ commands }) => commands.has(name));
    if (first === -1) continue;
    since[product] = correction?.since[product] ?? firstVersion(able, first, name);
    const gone = able.slice(first).find(({ commands }) => !commands.has(name));
    const end = gone === undefined ? undefined : (correction?.removed?.[product] ?? gone.version);
    if (end !== undefined) removed[product] = end;
  }
  return Object.keys(removed).length === 0 ? { since } : { since, removed };
}

/** The documented version, unless the servers at hand contradict it. */
function firstVersion(able: readonly SeenTable[], first: number, name: string): string {
  const seenIn = able[first]?.version ?? '';
  const before = able[first - 1]?.version;
  const documented = able.flatMap(({ commands }) => commands.get(name)?.since ?? []).at(-1);
  if (documented === undefined || compareVersions(documented, seenIn) > 0) return seenIn;
  return before !== undefined && compareVersions(documented, before) <= 0 ? seenIn : documented;
}

function tablesOf(tables: readonly SeenTable[], product: Product): SeenTable[] {
  return tables.filter((table) => table.product === product).sort((a, b) => compareVersions(a.version, b.version));
}
