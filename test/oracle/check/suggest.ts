import {
  type DirectiveEntry,
  type DirectiveFacts,
  directiveEntries,
  knownVersions,
} from '../../../server/src/conf/catalogue/catalogue';
import { compareVersions } from '../../../server/src/conf/target';
import type { CatalogueCheck } from '../catalogueCheck.js';
import type { Difference } from './difference.js';

/** One step of a JSON patch (RFC 6902) for the file of facts. */
export interface PatchStep {
  readonly op: 'add' | 'replace';
  readonly path: string;
  readonly value: unknown;
}

/** What would bring the facts in line with the server, where that can be said. */
export function suggestPatch({ target, against, differences }: CatalogueCheck): readonly PatchStep[] {
  const { product, version } = target;
  const byKey = new Map<string, Difference[]>();
  for (const difference of differences) {
    if (difference.key !== undefined) byKey.set(difference.key, [...(byKey.get(difference.key) ?? []), difference]);
  }
  const steps: PatchStep[] = [];
  for (const [key, found] of byKey) {
    const at = directiveEntries.findIndex(({ name }) => name === key);
    const entry = directiveEntries[at];
    const facts: Partial<DirectiveFacts> = Object.assign({}, ...found.map((difference) => difference.facts ?? {}));
    if (!entry) {
      steps.push({ op: 'add', path: '/directives/-', value: newEntry(key, facts, target) });
      continue;
    }
    for (const { kind, subject } of found) {
      if (kind === 'unknown name') steps.push(newSpelling(entry, at, subject, target));
      if (kind === 'missing name') steps.push(...endOf(entry, at, subject, target));
    }
    if (Object.keys(facts).length > 0) steps.push(...changedFacts(entry, at, facts, { product, version, against }));
  }
  return steps;
}

function newEntry(
  name: string,
  facts: Partial<DirectiveFacts>,
  { product, version }: CatalogueCheck['target'],
): unknown {
  const history = { from: version, to: version, name, ...facts, args: 'exactly 1' };
  return { name, kind: facts.type ?? 'string', repeat: 'last', since: { [product]: version }, [product]: [history] };
}

function newSpelling(
  entry: DirectiveEntry,
  at: number,
  name: string,
  { product, version }: CatalogueCheck['target'],
): PatchStep {
  const path = `/directives/${at}/spelled`;
  if (entry.spelled?.[product]) return { op: 'add', path: `${path}/${product}/${name}`, value: { since: version } };
  const own = { [entry.name]: { since: entry.since[product] ?? version }, [name]: { since: version } };
  if (entry.spelled) return { op: 'add', path: `${path}/${product}`, value: own };
  return { op: 'add', path, value: { [product]: own } };
}

/** The name ends with the version before. */
function endOf(
  entry: DirectiveEntry,
  at: number,
  name: string,
  { product, version }: CatalogueCheck['target'],
): readonly PatchStep[] {
  const before = neighbours(product, version).before;
  if (before === undefined) return [];
  if (entry.spelled?.[product]?.[name])
    return [{ op: 'add', path: `/directives/${at}/spelled/${product}/${name}/last`, value: before }];
  const index = (entry[product] ?? []).findIndex(({ from, to }) => covers(from, to, version));
  return index === -1 ? [] : [{ op: 'replace', path: `/directives/${at}/${product}/${index}/to`, value: before }];
}

interface Place {
  readonly product: 'redis' | 'valkey';
  readonly version: string;
  readonly against: string;
}

/** A range of versions is split around the one that differs. */
function changedFacts(
  entry: DirectiveEntry,
  at: number,
  facts: Partial<DirectiveFacts>,
  place: Place,
): readonly PatchStep[] {
  const { product, version, against } = place;
  const ranges = entry[product] ?? [];
  const index = ranges.findIndex(({ from, to }) => covers(from, to, against));
  const range = ranges[index];
  if (!range) return [];
  const path = `/directives/${at}/${product}/`;
  const own = { ...range, ...facts, from: version, to: version };
  if (version !== against) return [{ op: 'add', path: `${path}${index + 1}`, value: own }];
  const { before, after } = neighbours(product, version);
  const earlier = before !== undefined && range.from !== version ? [{ ...range, to: before }] : [];
  const later = after !== undefined && range.to !== version ? [{ ...range, from: after }] : [];
  return [...earlier, own, ...later].map((value, offset) => ({
    op: offset === 0 ? 'replace' : 'add',
    path: `${path}${index + offset}`,
    value,
  }));
}

function covers(from: string, to: string, version: string): boolean {
  return compareVersions(from, version) <= 0 && compareVersions(version, to) <= 0;
}

function neighbours(
  product: 'redis' | 'valkey',
  version: string,
): { before: string | undefined; after: string | undefined } {
  const known = knownVersions[product];
  return {
    before: known.findLast((one) => compareVersions(one, version) < 0),
    after: known.find((one) => compareVersions(one, version) > 0),
  };
}
