import { type Commands, commandsOf } from './catalogue/commands';
import type { RuleEnvironment } from './rule';
import type { Occurrence, Settings } from './settings';

/** What becomes of a `rename-command` line. */
export type RenameOutcome =
  | { readonly kind: 'done' }
  /** Nothing has this name, or has it any longer: `by` is the line that took it away. */
  | { readonly kind: 'unknown'; readonly by?: Occurrence }
  /** A sub-command, which crashes the server since 7.0. */
  | { readonly kind: 'subcommand' }
  /** The new name belongs to a command; `by` is the line that gave it. */
  | { readonly kind: 'taken'; readonly by?: Occurrence }
  /** In the end the name of a command of a built-in module is taken, which crashes the server when it loads it. */
  | { readonly kind: 'module' };

export interface Rename {
  readonly occurrence: Occurrence;
  readonly outcome: RenameOutcome;
}

const known = new WeakMap<Settings, readonly Rename[]>();

/** Goes through all `rename-command` lines in their order, as the server does. */
export function renamesOf(settings: Settings, env: RuleEnvironment): readonly Rename[] {
  let renames = known.get(settings);
  if (!renames) {
    renames = follow(settings.all('rename-command'), new NameTable(env));
    known.set(settings, renames);
  }
  return renames;
}

function follow(lines: readonly Occurrence[], table: NameTable): readonly Rename[] {
  const renames = lines.map((occurrence) => ({ occurrence, outcome: table.rename(occurrence) }));
  const fatal = table.takenFromModules();
  if (fatal.size === 0) return renames;
  return renames.map((rename) => (fatal.has(rename.occurrence) ? { ...rename, outcome: { kind: 'module' } } : rename));
}

/** The names of commands while the file is read. Names are compared without case. */
class NameTable {
  private readonly commands: Commands;
  private readonly since7: boolean;
  /** Names that lines have taken away, and names that they have given, with the command behind each. */
  private readonly gone = new Map<string, Occurrence>();
  private readonly given = new Map<string, { readonly command: string; readonly by: Occurrence }>();

  constructor(env: RuleEnvironment) {
    this.commands = commandsOf(env.target, env.kind === 'sentinel' ? 'sentinel' : 'server');
    this.since7 = env.era === 7;
  }

  rename(line: Occurrence): RenameOutcome {
    const from = (line.args[0]?.text ?? '').toLowerCase();
    const to = (line.args[1]?.text ?? '').toLowerCase();
    const [base = '', sub] = this.since7 ? from.split('|', 3) : [from];
    const command = this.commandOf(base);
    if (command === undefined || from.split('|').length > (this.since7 ? 2 : Number.POSITIVE_INFINITY)) {
      const by = this.gone.get(from);
      return by ? { kind: 'unknown', by } : { kind: 'unknown' };
    }
    if (sub !== undefined) return { kind: this.commands.hasSubcommand(command, sub) ? 'subcommand' : 'unknown' };
    if (to !== from && this.commandOf(to) !== undefined) {
      const by = this.given.get(to)?.by;
      return by ? { kind: 'taken', by } : { kind: 'taken' };
    }
    this.given.delete(from);
    this.gone.set(from, line);
    if (to !== '') this.given.set(to, { command, by: line });
    return { kind: 'done' };
  }

  /** The lines whose names, at the end of the file, are those of commands of a built-in module. */
  takenFromModules(): ReadonlySet<Occurrence> {
    const found = new Set<Occurrence>();
    for (const [name, { by }] of this.given) {
      if (this.commands.has(name) && !this.commands.isRenamable(name)) found.add(by);
    }
    return found;
  }

  /** The command behind a name. */
  private commandOf(name: string): string | undefined {
    const given = this.given.get(name);
    if (given) return given.command;
    return this.commands.isRenamable(name) && !this.gone.has(name) ? name : undefined;
  }
}
