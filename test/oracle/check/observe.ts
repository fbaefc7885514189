import { readFileSync } from 'node:fs';
import { allNames, catalogueOf, type Directive } from '../../../server/src/conf/catalogue/catalogue';
import type { Target } from '../../../server/src/conf/target';
import { askSentinelTable, askTable, type Ask } from '../commandTables.js';
import { Box, type Running } from './box.js';
import { FileParser } from './fileParser.js';
import { Interview } from './interview.js';
import type { Answer, Observation, Settable } from './observation.js';
import { observeFileNames, observeFollowers, reasonOf } from './observeNames.js';
import { FAR, NONSENSE, type Probe, probesOf } from './probes.js';
import { OVERRIDDEN, readUntouched } from './untouched.js';

/**
 * Asks the server that `argv` starts for all that the catalogue says of its version. Rejects when that is no server
 * or does not start.
 */
export async function observe(argv: readonly string[]): Promise<Observation> {
  const box = new Box(argv);
  try {
    return await observeIn(box, candidates(argv), await versionOf(box));
  } finally {
    await box.close();
  }
}

async function observeIn(box: Box, candidates: Candidates, target: Target): Promise<Observation> {
  const catalogue = catalogueOf(target);
  const parser = new FileParser(box);
  const open = (): Promise<Running> => box.open({ mode: 'server', text: '' });
  const interview = new Interview(await open(), open);
  const listed = await interview.listed();
  const values = new Map([...listed, ...(await interview.unlisted(candidates.names, listed))]);
  const settable = await interview.settable(values);
  const strangers = [...values.keys()].filter((name) => !catalogue.find(name)).flatMap(probesOfStranger);
  const probes = [...catalogue.directives.flatMap(probesOf), ...strangers];
  const answers = await tryValues(probes, liveNames(catalogue.directives, settable), interview, parser);
  await interview.end();
  const { defaults, note } = await defaultsOf(box, values);
  const { fileOnly, liveOnly } = await observeFileNames(parser, catalogue, values);
  const { followers, notes } = await observeFollowers(box, catalogue, { values, answers, liveOnly });
  return {
    ...target,
    listed: new Set(listed.keys()),
    defaults,
    settable,
    followers,
    answers,
    fileOnly,
    liveOnly,
    ...(await commandsOf(box, target)),
    notes: [...candidates.notes, ...note, ...notes],
  };
}

async function versionOf(box: Box): Promise<Target> {
  const { stdout, stderr } = await box.run(['--version']);
  const [, product = '', version = ''] = /(redis|valkey)(?: server)? v=(\d+\.\d+\.\d+)/i.exec(stdout) ?? [];
  if (version === '') throw new Error(`this is no server; its --version says: ${(stdout + stderr).trim()}`);
  return { product: product.toLowerCase() === 'valkey' ? 'valkey' : 'redis', version };
}

interface Candidates {
  readonly names: readonly string[];
  readonly notes: readonly string[];
}

/** Names that CONFIG GET may know without listing them: those of other versions, and what looks like one in the binary. */
function candidates(argv: readonly string[]): Candidates {
  try {
    const binary = readFileSync(argv.at(-1) ?? '', 'latin1');
    const found = [...binary.matchAll(/(?<=\0)[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)+(?=\0)/g)].map(([name]) => name);
    return { names: [...new Set([...allNames(), ...found])], notes: [] };
  } catch (error) {
    return { names: [...allNames()], notes: [`Not searched for hidden names: the binary. ${reasonOf(error)}`] };
  }
}

/** Of a name that the catalogue does not know, the refusals tell its type and bounds. */
function probesOfStranger(name: string): readonly Probe[] {
  return [NONSENSE, ...FAR].map((value) => ({ name, value, accepted: false }));
}

/** Names whose values can be tried on the running server. What 5.0 and 6.x parse by hand, the file takes differently. */
function liveNames(directives: readonly Directive[], settable: ReadonlyMap<string, Settable>): ReadonlySet<string> {
  const lenient = new Set(directives.filter(({ facts }) => facts.lenientParse).map(({ facts }) => facts.name));
  return new Set([...settable].flatMap(([name, is]) => (is === 'yes' && !lenient.has(name) ? [name] : [])));
}

/** What should be refused is tried on the running server where that can be set, all else in files that never start. */
async function tryValues(
  probes: readonly Probe[],
  live: ReadonlySet<string>,
  interview: Interview,
  parser: FileParser,
): Promise<Observation['answers']> {
  const found = new Map<string, Map<string, Answer>>();
  const keep = (tried: readonly Probe[], answers: readonly Answer[]): void => {
    for (const [at, { name, value }] of tried.entries()) {
      const ofName = found.get(name) ?? new Map<string, Answer>();
      found.set(name, ofName);
      const answer = answers[at];
      if (answer) ofName.set(value, answer);
    }
  };
  const inside = probes.filter(({ accepted }) => accepted);
  const outside = probes.filter(({ accepted }) => !accepted);
  const onServer = outside.filter(({ name }) => live.has(name));
  const inFile = outside.filter(({ name }) => !live.has(name));
  keep(inside, await parser.all(inside.map(lineOf)));
  keep(onServer, await interview.tried(onServer));
  keep(inFile, await parser.each(inFile.map(lineOf)));
  return found;
}

function lineOf({ name, value }: Probe): string {
  return `${name} ${value}`;
}

/** What a server has that was given nothing. */
async function defaultsOf(
  box: Box,
  values: ReadonlyMap<string, string>,
): Promise<{ defaults: ReadonlyMap<string, string>; note: readonly string[] }> {
  const untouched = await readUntouched(box);
  if (!(untouched instanceof Error)) return { defaults: new Map([...values, ...untouched]), note: [] };
  return {
    defaults: new Map([...values].filter(([name]) => !OVERRIDDEN.includes(name))),
    note: [`Not compared: the defaults of ${OVERRIDDEN.join(' and ')}. ${untouched.message}`],
  };
}

async function commandsOf(box: Box, target: Target): Promise<Pick<Observation, 'commands' | 'sentinelCommands'>> {
  const ask: Ask = async (question, commands) => {
    const running = await box.open(question);
    const replies = await running.ask(commands);
    await running.stop();
    return replies;
  };
  const commands = await askTable(target, ask);
  const sentinelCommands = await askSentinelTable(target, ask);
  return sentinelCommands ? { commands, sentinelCommands } : { commands };
}
