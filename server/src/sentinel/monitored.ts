import type { Occurrence, Settings } from '../conf/settings';
import type { Word } from '../conf/syntax';
import { atoi } from '../conf/values';

/** One `sentinel` line. `option` is its sub word in lower case, `args` is what follows. */
export interface SentinelLine {
  readonly occurrence: Occurrence;
  readonly option: string;
  readonly args: readonly Word[];
}

/** A primary that a Sentinel watches, and what the file says of it. */
export interface Monitored {
  readonly name: string;
  readonly monitor: SentinelLine;
  readonly host: string;
  readonly quorum: number;
  /** The line that wins, by option. */
  readonly options: ReadonlyMap<string, SentinelLine>;
  /** Hosts of the replicas that Sentinel has written down. */
  readonly replicas: readonly string[];
  /** Hosts of the other Sentinels that it has written down; with the Sentinel itself they are one more. */
  readonly sentinels: readonly string[];
}

/** The `sentinel` lines of a file, taken apart. */
export interface SentinelFile {
  /** In the order of the file. */
  readonly lines: readonly SentinelLine[];
  /** By the name of the primary. */
  readonly monitored: ReadonlyMap<string, Monitored>;
  /** The winning lines of options that name no primary. */
  readonly global: ReadonlyMap<string, SentinelLine>;
}

/** Options whose first argument is no name of a primary. */
const GLOBAL = new Set([
  'myid',
  'current-epoch',
  'announce-ip',
  'announce-port',
  'deny-scripts-reconfig',
  'sentinel-user',
  'sentinel-pass',
  'resolve-hostnames',
  'announce-hostnames',
]);

/** Lines that Sentinel writes by itself. */
const GENERATED = new Set([
  'myid',
  'current-epoch',
  'config-epoch',
  'leader-epoch',
  'known-replica',
  'known-slave',
  'known-sentinel',
]);

/** Does Sentinel write lines with this option by itself? */
export function isGenerated(option: string): boolean {
  return GENERATED.has(option);
}

/** Does this option speak of one primary, named by its first argument? */
export function namesPrimary(option: string): boolean {
  return !GLOBAL.has(option);
}

/** What rules of one round share: taking the lines apart once is enough. */
const read = new WeakMap<Settings, SentinelFile>();

/** Takes the `sentinel` lines of a file apart. */
export function readSentinelFile(settings: Settings): SentinelFile {
  let file = read.get(settings);
  if (!file) {
    file = takeApart(settings);
    read.set(settings, file);
  }
  return file;
}

function takeApart(settings: Settings): SentinelFile {
  const lines: SentinelLine[] = [];
  for (const occurrence of settings.all('sentinel')) {
    const [sub, ...args] = occurrence.args;
    if (sub) lines.push({ occurrence, option: sub.text.toLowerCase(), args });
  }
  const global = new Map<string, SentinelLine>();
  const byName = new Map<string, SentinelLine[]>();
  for (const line of lines) {
    const name = line.args[0]?.text ?? '';
    if (!namesPrimary(line.option)) {
      global.set(line.option, line);
      continue;
    }
    const own = byName.get(name);
    if (own) own.push(line);
    else byName.set(name, [line]);
  }
  const monitored = new Map<string, Monitored>();
  for (const [name, own] of byName) {
    const monitor = own.find((line) => line.option === 'monitor');
    if (!monitor) continue;
    monitored.set(name, {
      name,
      monitor,
      host: monitor.args[1]?.text ?? '',
      quorum: atoi(monitor.args[3]?.text ?? ''),
      options: new Map(own.map((line) => [line.option, line])),
      replicas: hosts(own.filter(({ option }) => option === 'known-replica' || option === 'known-slave')),
      // Without the id at its end the server ignores the line.
      sentinels: hosts(own.filter(({ option, args }) => option === 'known-sentinel' && args.length >= 4)),
    });
  }
  return { lines, monitored, global };
}

/** The host of each different address in these lines. */
function hosts(lines: readonly SentinelLine[]): readonly string[] {
  const byAddress = new Map<string, string>();
  for (const { args } of lines) {
    const host = args[1]?.text ?? '';
    byAddress.set(`${host} ${args[2]?.text ?? ''}`, host);
  }
  return [...byAddress.values()];
}

/** The number of an option as Sentinel reads it, or `fallback` when no line states it. */
export function optionNumber(monitored: Monitored, option: string, fallback: number): number {
  const word = monitored.options.get(option)?.args[1];
  return word ? atoi(word.text) : fallback;
}

/** Is the number written so that Sentinel reads what a person does? What is not is the matter of `sentinel-numbers`. */
export function isPlainNumber(word: Word): boolean {
  return /^[+-]?\d+$/.test(word.text) && Number(word.text) === atoi(word.text);
}
