import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the generator reads of a directive's facts in one range of versions. */
export interface DirectiveEra {
  readonly type: string;
  readonly default?: string | number | boolean | null;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly values?: readonly string[];
}

/** A directive with all its spellings and what it is over the versions. */
export interface DirectiveFacts {
  readonly names: readonly string[];
  readonly eras: readonly DirectiveEra[];
}

interface FactsFile {
  readonly directives: readonly {
    readonly name: string;
    readonly spelled?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly redis?: readonly DirectiveEra[];
    readonly valkey?: readonly DirectiveEra[];
  }[];
}

interface CommandsFile {
  readonly commands: readonly { readonly name: string; readonly subcommands?: Readonly<Record<string, unknown>> }[];
}

const catalogue = join(__dirname, '../../../../server/src/conf/catalogue');

/** The directives of the product's catalogue, whose facts the oracle tests. */
export const directives: readonly DirectiveFacts[] = readDirectives();

/** Every command name that some version knows. */
export const commandNames: readonly string[] = readCommands().commands.map(({ name }) => name);

/** Every sub-command that some version knows, as `config|get`. */
export const subcommandNames: readonly string[] = readCommands().commands.flatMap(({ name, subcommands = {} }) =>
  Object.keys(subcommands).map((sub) => `${name}|${sub}`),
);

function readDirectives(): DirectiveFacts[] {
  const file = JSON.parse(readFileSync(join(catalogue, 'facts.json'), 'utf8')) as FactsFile;
  return file.directives.map(({ name, spelled = {}, redis = [], valkey = [] }) => ({
    names: [...new Set([name, ...Object.values(spelled).flatMap((names) => Object.keys(names))])],
    eras: [...redis, ...valkey],
  }));
}

function readCommands(): CommandsFile {
  return JSON.parse(readFileSync(join(catalogue, 'commands.json'), 'utf8')) as CommandsFile;
}
