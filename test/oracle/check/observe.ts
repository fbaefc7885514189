import { readFileSync } from 'node:fs';
import { allNames, catalogueOf, type Directive } from '../../../server/src/conf/catalogue/catalogue';
import { eraOf, type Target } from '../../../server/src/conf/target';
import { askSentinelTable, askTable } from '../commandTables.js';
import type { Question, Reply } from '../question.js';
import { Box, type Running } from './box.js';
import { FileParser } from './fileParser.js';
import { Interview } from './interview.js';
import type { Answer, Observation, Settable } from './observation.js';
import { FAR, NONSENSE, type Probe, probesOf } from './probes.js';
import { OVERRIDDEN, readUntouched } from './untouched.js';

/** Lines of names that CONFIG GET leaves out, such as their own server takes them. */
const SAMPLES: Readonly<Record<string, string>> = {
  include: 'include /dev/null',
  loadmodule: 'loadmodule ./no-such-module.so',
  'rename-command': 'rename-command ping renamed-ping',
  user: 'user probe off',
  sentinel: 'sentinel myid 0',
};

/**
 * Asks the server that `argv` starts for all that the catalogue says of its version. Rejects when that is no server
 * or does not start.
 */
export async function observe(argv: readonly string[]): Promise<Observation> {
  const box = new Box(argv);
  try {
    return await new Observer(box, argv, await versionOf(box)).observe();
  } finally {
    await box.close();
  }
}

async function versionOf(box: Box): Promise<Target> {
  const { stdout, stderr } = await box.run(['--version']);
  const [, product = '', version = ''] = /(redis|valkey)(?: server)? v=(\d+\.\d+\.\d+)/i.exec(stdout) ?? [];
  if (version === '') throw new Error(`its --version says: ${(stdout + stderr).trim()}`);
  return { product: product.toLowerCase() === 'valkey' ? 'valkey' : 'redis', version };
}

class Observer {
  private readonly parser: FileParser;
  private readonly directives: readonly Directive[];
  private readonly answers = new Map<string, Map<string, Answer>>();

  constructor(
    private readonly box: Box,
    private readonly argv: readonly string[],
    private readonly target: Target,
  ) {
    this.parser = new FileParser(box);
    this.directives = catalogueOf(target).directives;
  }

  async observe(): Promise<Observation> {
    const open = (): Promise<Running> => this.box.open({ mode: 'server', text: '' });
    const interview = new Interview(await open(), open);
    const listed = await interview.listed();
    const unlisted = await interview.unlisted(candidates(this.argv), listed);
    const values = new Map([...listed, ...unlisted]);
    const settable = await interview.settable(values);
    const probes = [...this.directives.flatMap(probesOf), ...this.probesOfStrangers([...values.keys()])];
    await this.tryValues(probes, settable, interview);
    const partners = eraOf(this.target) === 7 ? await interview.partners(values, settable) : undefined;
    await interview.end();
    const untouched = await readUntouched(this.box);
    const hidden = untouched instanceof Error ? OVERRIDDEN : [];
    const defaults = new Map([...listed, ...(untouched instanceof Error ? [] : untouched)]);
    for (const name of hidden) defaults.delete(name);
    return {
      ...this.target,
      listed: new Set(listed.keys()),
      defaults: new Map([...unlisted, ...defaults]),
      settable,
      ...(partners ? { partners } : {}),
      answers: this.answers,
      fileOnly: await this.fileOnly(values),
      liveOnly: await this.liveOnly(values),
      ...(await this.commands()),
      notes:
        untouched instanceof Error
          ? [`Not compared: the defaults of ${hidden.join(' and ')}. ${untouched.message}`]
          : [],
    };
  }

  /** Of a name that the catalogue does not know, the refusals tell its type and bounds. */
  private probesOfStrangers(names: readonly string[]): readonly Probe[] {
    const { find } = catalogueOf(this.target);
    const strangers = names.filter((name) => !find(name));
    return strangers.flatMap((name) => [NONSENSE, ...FAR].map((value) => ({ name, value, accepted: false })));
  }

  /** What should be refused is tried on the running server where that can be set, all else in files that never start. */
  private async tryValues(
    probes: readonly Probe[],
    settable: ReadonlyMap<string, Settable>,
    interview: Interview,
  ): Promise<void> {
    const lenient = new Set(this.directives.filter(({ facts }) => facts.lenientParse).map(({ facts }) => facts.name));
    const inside = probes.filter(({ accepted }) => accepted);
    const outside = probes.filter(({ accepted }) => !accepted);
    const isLive = ({ name }: Probe): boolean => settable.get(name) === 'yes' && !lenient.has(name);
    const live = outside.filter(isLive);
    const inFile = outside.filter((probe) => !isLive(probe));
    this.keep(inside, await this.parser.all(inside.map(lineOf)));
    this.keep(live, await interview.tried(live));
    this.keep(inFile, await this.parser.each(inFile.map(lineOf)));
  }

  private keep(probes: readonly Probe[], answers: readonly Answer[]): void {
    for (const [at, { name, value }] of probes.entries()) {
      const ofName = this.answers.get(name) ?? new Map<string, Answer>();
      this.answers.set(name, ofName);
      const answer = answers[at];
      if (answer) ofName.set(value, answer);
    }
  }

  /** Which names that CONFIG GET does not know may stand in the file, of all names of all versions. */
  private async fileOnly(values: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
    const expected = this.directives.filter(({ facts }) => facts.notInConfigGet).map(({ facts }) => facts.name);
    const found = new Set<string>();
    for (const name of expected) {
      if (!values.has(name) && (await this.parser.knows(SAMPLES[name] ?? `${name} yes`))) found.add(name);
    }
    const { find } = catalogueOf(this.target);
    for (const name of allNames()) {
      if (!values.has(name) && !expected.includes(name) && !find(name) && (await this.parser.knows(`${name} yes`)))
        found.add(name);
    }
    return found;
  }

  private async liveOnly(values: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
    const { find } = catalogueOf(this.target);
    const found = new Set<string>();
    for (const [name, value] of values) {
      if (!find(name) && !(await this.parser.knows(`${name} "${value}"`))) found.add(name);
    }
    return found;
  }

  private async commands(): Promise<Pick<Observation, 'commands' | 'sentinelCommands'>> {
    const ask = async (question: Question, commands: readonly (readonly string[])[]): Promise<readonly Reply[]> => {
      const running = await this.box.open(question);
      try {
        return await running.ask(commands);
      } finally {
        await running.stop();
      }
    };
    const commands = await askTable(this.target, ask);
    const sentinelCommands = await askSentinelTable(this.target, ask);
    return sentinelCommands ? { commands, sentinelCommands } : { commands };
  }
}

function lineOf({ name, value }: Probe): string {
  return `${name} ${value}`;
}

/** Names that CONFIG GET may know without listing them: those of other versions, and what looks like one in the binary. */
function candidates(argv: readonly string[]): readonly string[] {
  const binary = readFileSync(argv.at(-1) ?? '', 'latin1');
  const found = [...binary.matchAll(/(?<=\0)[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)+(?=\0)/g)].map(([name]) => name);
  return [...new Set([...allNames(), ...found])];
}
