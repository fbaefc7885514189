import type { Directive } from '../../../server/src/conf/catalogue/catalogue';
import type { Box } from './box.js';
import { NONSENSE, textFor } from './probes.js';
import { factsFrom } from './refusal.js';

/** A line of the file that sets a directive to something else than its default. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** Lines with all second names of directives, each with a value that is not the default. */
export function aliasSettings(directives: readonly Directive[]): readonly Setting[] {
  return directives.flatMap(({ facts, key, spellings }) => {
    const value = otherThanDefault(facts, key);
    const others = spellings.filter((name) => name !== facts.name);
    return value === undefined ? [] : others.map((name) => ({ name, value }));
  });
}

/** Something else than the default of a directive that the catalogue does not know. */
export function strangerSetting(name: string, preset: string, refusals: readonly string[]): Setting | undefined {
  const value = otherThanDefault({ ...factsFrom(refusals), default: preset }, name);
  return value === undefined ? undefined : { name, value };
}

/** Starts a server with some lines and gives back what CONFIG GET then says differently. */
export async function changedBy(
  box: Box,
  settings: readonly Setting[],
  before: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const text = settings.map(({ name, value }) => `${name} ${value}\n`).join('');
  const running = await box.open({ mode: 'server', text });
  const names = [...before.keys()];
  const replies = await running.ask(names.map((name) => ['CONFIG', 'GET', name]));
  await running.stop();
  const after = names.map((name, at) => [name, secondOf(replies[at])] as const);
  return new Map(after.filter(([name, value]) => value !== before.get(name)));
}

function secondOf(reply: unknown): string {
  return Array.isArray(reply) ? String(reply[1]) : '';
}

type Known = Partial<Pick<Directive['facts'], 'type' | 'default' | 'min' | 'max' | 'values'>>;

function otherThanDefault(facts: Known, key: string): string | undefined {
  const preset = String(facts.default ?? '');
  switch (facts.type) {
    case 'bool':
      return preset === 'yes' || preset === 'true' ? 'no' : 'yes';
    case 'enum':
      return facts.values?.find((value) => value !== preset);
    case 'int':
    case 'memory': {
      const next = BigInt(preset || 0) + 1n;
      return String(facts.max !== undefined && next > BigInt(facts.max) ? next - 2n : next);
    }
    case 'string':
      return textFor(key) === preset ? NONSENSE : textFor(key);
    default:
      return undefined;
  }
}
