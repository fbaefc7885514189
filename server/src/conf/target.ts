export type Product = 'redis' | 'valkey';

/** The server that a file is judged for. `version` is complete: `redis@7.0` has become 7.0.15, the newest patch known. */
export interface Target {
  readonly product: Product;
  readonly version: string;
}

const MOST_VERSIONS = 1_000;
const versionNumbers = new Map<string, number>();

/** A version as one number that compares like the version: 7.0.15 becomes 7_000_015. */
export function versionNumber(version: string): number {
  // Every rule asks for the same few versions again and again.
  let number = versionNumbers.get(version);
  if (number === undefined) {
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    number = major * 1_000_000 + minor * 1_000 + patch;
    if (versionNumbers.size < MOST_VERSIONS) versionNumbers.set(version, number);
  }
  return number;
}

/** Negative, zero or positive, as `a` is older than, equal to or newer than `b`. */
export function compareVersions(a: string, b: string): number {
  return versionNumber(a) - versionNumber(b);
}

/** Does `target` belong to `product` and is it at least `version`? */
export function atLeast(target: Target, product: Product, version: string): boolean {
  return target.product === product && compareVersions(target.version, version) >= 0;
}

/** `redis@7.0.15`, the way targets are written everywhere. */
export function targetName(target: Target): string {
  return `${target.product}@${target.version}`;
}

/** `Redis 7.0.15`, the way people say it. */
export function targetLabel(target: Target): string {
  return `${target.product === 'redis' ? 'Redis' : 'Valkey'} ${target.version}`;
}

const TARGET = /^(redis|valkey)@(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?$/;

/**
 * Reads `redis@7.0` or `valkey@8.1.1`.
 * Without a patch level the newest patch in `known` of that line is meant, or `.0` when none is known.
 * Returns undefined for anything else.
 */
export function parseTarget(text: string, known: readonly string[] | undefined): Target | undefined {
  const match = TARGET.exec(text.trim().toLowerCase());
  if (!match) return undefined;
  const product = match[1] === 'valkey' ? 'valkey' : 'redis';
  const line = `${match[2]}.${match[3]}`;
  if (match[4] !== undefined) return { product, version: `${line}.${match[4]}` };
  const patches = (known ?? []).filter((version) => version.startsWith(`${line}.`)).sort(compareVersions);
  return { product, version: patches.at(-1) ?? `${line}.0` };
}

/**
 * How a server reads its file.
 * 5: the hand-written chain of 5.0 and older, with lenient C numbers.
 * 6: the table of 6.0 and 6.2, with some directives still hand-written.
 * 7: everything in the table (7.0 and later, and every Valkey).
 */
export type Era = 5 | 6 | 7;

/** The era of `target`. */
export function eraOf(target: Target): Era {
  if (target.product === 'valkey') return 7;
  const version = versionNumber(target.version);
  if (version < 6_000_000) return 5;
  return version < 7_000_000 ? 6 : 7;
}
