import { compareVersions, type Product, type Target, versionNumber } from '../target';
import { asciiLower } from '../values';
import data from './facts.json';
import { parsed } from './parsed';

/** How a directive's value is read. `special` ones have their own grammar, `ignored` ones are accepted with any value. */
export type ValueType =
  'bool' | 'int' | 'memory' | 'percent-or-memory' | 'octal' | 'enum' | 'string' | 'special' | 'ignored';

/** A bound or default of the facts; numbers beyond 2^53 are written as text. */
export type FactNumber = number | string;

/** What one range of versions of one product knows of a directive. `from` and `to` are both part of the range. */
export interface DirectiveFacts {
  readonly from: string;
  readonly to: string;
  /** The name that this version uses itself, in CONFIG GET and in the files that it writes. */
  readonly name: string;
  readonly type: ValueType;
  readonly default?: FactNumber | boolean;
  readonly min?: FactNumber;
  readonly max?: FactNumber;
  readonly values?: readonly string[];
  readonly aliases?: readonly string[];
  /** `exactly N` or `atLeast N`; absent when the value type decides. */
  readonly args?: string;
  readonly runtimeSettable?: boolean;
  /** Takes many arguments, or one quoted argument that is split again. */
  readonly multiArg?: boolean;
  /** Words may be combined. */
  readonly bitflags?: boolean;
  /** Read with C's atoi and strtoll, which take trailing garbage and wrap (5.0). */
  readonly lenientParse?: boolean;
  readonly clamped?: readonly number[];
  readonly signedMemory?: boolean;
  readonly emptyIsNull?: boolean;
  readonly errors?: readonly string[];
  readonly hidden?: boolean;
  readonly debug?: boolean;
  readonly protected?: boolean;
  readonly denyLoading?: boolean;
  readonly sensitive?: boolean;
  readonly volatile?: boolean;
  readonly ignored?: boolean;
  readonly notInConfigGet?: boolean;
  /** Known only to test builds of the server; no released binary takes it. */
  readonly testBuildOnly?: boolean;
}

/** Since when, and until when, a product takes a spelling. `<=` means that it is older than what was looked at. */
export interface SpellingWindow {
  readonly since: string;
  readonly last?: string;
}

/** One directive over all products and versions. `name` is its key everywhere in this code. */
export interface DirectiveEntry {
  readonly name: string;
  readonly kind: string;
  readonly unit?: string;
  /** What a second line of the same directive does: replace, add to the first, or replace within its class. */
  readonly repeat: 'last' | 'add' | 'class';
  readonly since: Readonly<Partial<Record<Product, string>>>;
  readonly spelled?: Readonly<Partial<Record<Product, Readonly<Record<string, SpellingWindow>>>>>;
  readonly redis?: readonly DirectiveFacts[];
  readonly valkey?: readonly DirectiveFacts[];
}

/** A directive as one target knows it. */
export interface Directive {
  /** Canonical name, the same in all versions: `replicaof` also for a server that only knows `slaveof`. */
  readonly key: string;
  readonly entry: DirectiveEntry;
  readonly facts: DirectiveFacts;
  /** All names that the target accepts. */
  readonly spellings: readonly string[];
}

interface FactsFile {
  readonly versions: Readonly<Record<Product, readonly string[]>>;
  readonly directives: readonly DirectiveEntry[];
}

const FACTS = parsed<FactsFile>(data);

/** The versions that were looked at, oldest first. */
export const knownVersions: Readonly<Record<Product, readonly string[]>> = FACTS.versions;

/** All directives of all products and versions, by name. */
export const directiveEntries: readonly DirectiveEntry[] = FACTS.directives;

/** What a target knows. Made once for each target and shared. */
export interface Catalogue {
  readonly target: Target;
  /** All directives of the target that a released binary takes, sorted by key. */
  readonly directives: readonly Directive[];
  /** By any accepted spelling, in any case. */
  readonly find: (name: string) => Directive | undefined;
  /** By key. */
  readonly byKey: (key: string) => Directive | undefined;
  /**
   * True when the exact version was not looked at and the versions on both sides differ about `name`, so that nobody
   * can say here whether the target takes it.
   */
  readonly uncertain: (name: string) => boolean;
}

const catalogues = new Map<string, Catalogue>();

/** The catalogue of a target. A version that was not looked at is read as the nearest older one. */
export function catalogueOf(target: Target): Catalogue {
  const id = `${target.product}@${target.version}`;
  let catalogue = catalogues.get(id);
  if (!catalogue) {
    catalogue = makeCatalogue(target);
    catalogues.set(id, catalogue);
  }
  return catalogue;
}

function makeCatalogue(target: Target): Catalogue {
  const versions = knownVersions[target.product];
  const below = versions.findLast((version) => compareVersions(version, target.version) <= 0) ?? versions[0] ?? '';
  const above = versions.find((version) => compareVersions(version, target.version) >= 0) ?? versions.at(-1) ?? '';
  const older = directivesAt(target.product, below);
  const newer = below === above ? older : directivesAt(target.product, above);
  const directives = [...new Set(older.values())];
  const byKey = new Map(directives.map((directive) => [directive.key, directive]));
  return {
    target,
    directives,
    find: (name) => older.get(name) ?? older.get(asciiLower(name)),
    byKey: (key) => byKey.get(key),
    uncertain: (name) => older.has(asciiLower(name)) !== newer.has(asciiLower(name)),
  };
}

function directivesAt(product: Product, version: string): ReadonlyMap<string, Directive> {
  const found = new Map<string, Directive>();
  for (const entry of FACTS.directives) {
    const facts = factsAt(entry, product, version);
    if (!facts || facts.testBuildOnly) continue;
    const windows = entry.spelled?.[product];
    const spellings = windows ? Object.keys(windows).filter((name) => isOpen(windows[name], version)) : [entry.name];
    const directive: Directive = { key: entry.name, entry, facts, spellings };
    for (const name of spellings) found.set(name, directive);
  }
  return found;
}

function isOpen(window: SpellingWindow | undefined, version: string): boolean {
  if (!window) return false;
  const since = window.since.replace('<=', '');
  return (
    compareVersions(since, version) <= 0 && (window.last === undefined || compareVersions(window.last, version) >= 0)
  );
}

/** The facts of an entry at a version that was looked at; undefined when that version does not know it. */
export function factsAt(entry: DirectiveEntry, product: Product, version: string): DirectiveFacts | undefined {
  const at = versionNumber(version);
  return entry[product]?.find((facts) => versionNumber(facts.from) <= at && at <= versionNumber(facts.to));
}

const namesAnywhere: ReadonlyMap<string, DirectiveEntry> = new Map(
  FACTS.directives.flatMap((entry) => {
    const names = [entry.name, ...Object.values(entry.spelled ?? {}).flatMap((windows) => Object.keys(windows))];
    return names.map((name) => [name, entry] as const);
  }),
);

/** The directive that any product or version knows by this name, in any case. */
export function findAnywhere(name: string): DirectiveEntry | undefined {
  return namesAnywhere.get(asciiLower(name));
}

/** Every name that any product or version knows. */
export function allNames(): Iterable<string> {
  return namesAnywhere.keys();
}
