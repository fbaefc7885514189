import type { DirectiveEntry } from './catalogue';
import { knownVersions } from './catalogue';
import type { Product } from '../target';

const PRODUCT_NAMES: Readonly<Record<Product, string>> = { redis: 'Redis', valkey: 'Valkey' };

/** Where a spelling is known, in words: `Redis since 7.0.0 and Valkey since 8.0.0`. */
export function describeAvailability(name: string, entry: DirectiveEntry): string {
  const parts: string[] = [];
  for (const product of ['redis', 'valkey'] as const) {
    const since = sinceWhen(name, entry, product);
    if (since) parts.push(`${PRODUCT_NAMES[product]} ${since}`);
  }
  return parts.length > 0 ? parts.join(' and ') : 'no released version';
}

/** `since 7.0.0`, `up to 6.2.16`, `in all versions`; undefined when the product never knew the spelling. */
function sinceWhen(name: string, entry: DirectiveEntry, product: Product): string | undefined {
  const history = entry[product];
  const known = history?.filter((facts) => !facts.testBuildOnly);
  if (!known || known.length === 0) return undefined;
  const windows = entry.spelled?.[product];
  const window = windows ? windows[name.toLowerCase()] : undefined;
  if (windows && !window) return undefined;
  if (!windows && name.toLowerCase() !== entry.name) return undefined;
  const since = window?.since ?? entry.since[product] ?? known[0]?.from ?? '';
  const newest = knownVersions[product].at(-1);
  const last = window?.last ?? known.at(-1)?.to;
  const start = since.startsWith('<=') ? '' : `since ${since}`;
  const end = last !== undefined && last !== newest ? `up to ${last}` : '';
  return [start, end].filter((part) => part !== '').join(' ') || 'in all versions';
}
