import type { SeenTable } from '../commands.js';
import type { Product } from '../servers.js';

/** What a server answered to a value of a directive. `text` is its reason when it refused it. */
export interface Answer {
  readonly accepted: boolean;
  readonly text: string;
}

/** Can the directive be set while the server runs? */
export type Settable = 'yes' | 'no' | 'protected';

/** All that a server was seen to say of its directives and commands. */
export interface Observation {
  readonly product: Product;
  readonly version: string;
  /** The names that CONFIG GET * lists; others it tells only when asked for them by name. */
  readonly listed: ReadonlySet<string>;
  /** What CONFIG GET tells of a server that was given nothing. */
  readonly defaults: ReadonlyMap<string, string>;
  /** Names that the file may hold although CONFIG GET knows nothing of them. */
  readonly fileOnly: ReadonlySet<string>;
  /** Names that CONFIG GET knows and the file may not hold. */
  readonly liveOnly: ReadonlySet<string>;
  readonly settable: ReadonlyMap<string, Settable>;
  /** By name, then by value. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Answer>>;
  /** By name: the names that CONFIG GET shows with the value that a line of that name set. */
  readonly followers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly commands: SeenTable;
  /** In sentinel mode; none before 6.2. */
  readonly sentinelCommands?: SeenTable;
  /** What could not be looked at, and why. */
  readonly notes: readonly string[];
}
