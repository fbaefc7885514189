import { catalogueOf } from './catalogue/catalogue';
import { offeredTargets } from './catalogue/targets';
import { compareVersions, type Product, type Target } from './target';

/** Nobody starts on an older line than this today without knowing it. */
const OLDEST_GUESS: Readonly<Record<Product, string>> = { redis: '7.0.0', valkey: '7.2.0' };
const FIRST_WORD = /^\s*([A-Za-z][\w.-]*)/;

/**
 * The target of a file that says nothing about it: Valkey when its name or banner does, and the oldest line, from
 * Redis 7.0 or Valkey 7.2 on, that knows most of the file's directives.
 */
export function guessTarget(lines: readonly string[], fileName: string): Target {
  const product =
    /valkey/i.test(fileName) || lines.slice(0, 5).some((line) => /^#.*valkey/i.test(line)) ? 'valkey' : 'redis';
  const names = new Set<string>();
  for (const line of lines) {
    const name = FIRST_WORD.exec(line)?.[1];
    if (name) names.add(name.toLowerCase());
  }
  let best: Target | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const target of offeredTargets().reverse()) {
    if (target.product !== product || compareVersions(target.version, OLDEST_GUESS[product]) < 0) continue;
    const catalogue = catalogueOf(target);
    let unknown = 0;
    for (const name of names) if (!catalogue.find(name)) unknown++;
    if (unknown < fewest) {
      best = target;
      fewest = unknown;
    }
  }
  return best ?? { product, version: OLDEST_GUESS[product] };
}
