import type { Product, Target } from '../target';
import { compareVersions } from '../target';
import { knownVersions } from './catalogue';

/** The targets to choose from: the newest known patch of every line of each product, newest first. */
export function offeredTargets(): Target[] {
  return (['redis', 'valkey'] as const).flatMap((product) => newestPatches(product));
}

function newestPatches(product: Product): Target[] {
  const byLine = new Map<string, string>();
  for (const version of knownVersions[product]) {
    const line = version.split('.', 2).join('.');
    const known = byLine.get(line);
    if (known === undefined || compareVersions(version, known) > 0) byLine.set(line, version);
  }
  return [...byLine.values()].sort((a, b) => compareVersions(b, a)).map((version) => ({ product, version }));
}
