import type { Directive } from './catalogue/catalogue';
import type { Target } from './target';
import { asciiLower } from './values';

/** The misspelling that Redis 5.0.0 alone uses is nothing to advise. */
const MISSPELT = 'cluster-replica-no-failiver';

/** How a written name differs from the one that the server itself uses. */
export interface RenamedName {
  /** The name that the server uses in CONFIG GET and in files that it writes. */
  readonly current: string;
  /** Valkey has changed the name, and Redis still uses the written one: both are good names. */
  readonly shared: boolean;
}

/** What the target calls a directive that is written with another name; undefined when it is the same name. */
export function renamedName(written: string, { entry, facts }: Directive, target: Target): RenamedName | undefined {
  const name = asciiLower(written);
  const current = facts.name;
  if (name === current || current === MISSPELT || facts.type === 'ignored') return undefined;
  return { current, shared: target.product === 'valkey' && entry.redis?.at(-1)?.name === name };
}
