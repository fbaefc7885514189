import { allNames, type Catalogue } from '../../../server/src/conf/catalogue/catalogue';
import { aliasSettings, changedBy, type Setting, strangerSetting } from './aliases.js';
import type { Box } from './box.js';
import type { FileParser } from './fileParser.js';
import type { Observation } from './observation.js';

/** Lines of names that CONFIG GET leaves out, such as their own server takes them. */
const SAMPLES: Readonly<Record<string, string>> = {
  include: 'include /dev/null',
  loadmodule: 'loadmodule ./no-such-module.so',
  'rename-command': 'rename-command ping renamed-ping',
  user: 'user probe off',
  sentinel: 'sentinel myid 0',
};

/** What CONFIG GET told, and what was answered to values. */
export interface Told {
  readonly values: ReadonlyMap<string, string>;
  readonly answers: Observation['answers'];
  readonly liveOnly: Observation['liveOnly'];
}

/** Finds out what the file may hold of names that CONFIG GET does not know, and the other way round. */
export async function observeFileNames(
  parser: FileParser,
  { directives, find }: Catalogue,
  values: Told['values'],
): Promise<Pick<Observation, 'fileOnly' | 'liveOnly'>> {
  const expected = directives
    .filter(({ facts }) => facts.notInConfigGet || facts.ignored)
    .map(({ facts }) => facts.name);
  const strangers = [...allNames()].filter((name) => !find(name));
  const untold = [...expected, ...strangers].filter((name) => !values.has(name));
  const inFile = await parser.known(untold.map((name) => SAMPLES[name] ?? `${name} yes`));
  const told = [...values].filter(([name]) => !find(name));
  const alsoInFile = await parser.known(told.map(([name, value]) => `${name} "${value}"`));
  return {
    fileOnly: new Set(untold.filter((_, at) => inFile[at])),
    liveOnly: new Set(told.flatMap(([name], at) => (alsoInFile[at] ? [] : [name]))),
  };
}

/** Sets second names of directives in a file and looks which directives follow. */
export async function observeFollowers(
  box: Box,
  { directives, find }: Catalogue,
  { values, answers, liveOnly }: Told,
): Promise<Pick<Observation, 'followers' | 'notes'>> {
  const together = aliasSettings(directives).filter(({ name }) => values.has(name));
  const strangers = [...values].flatMap(([name, value]) => {
    const refusals = [...(answers.get(name)?.values() ?? [])].map(({ text }) => text);
    return find(name) || liveOnly.has(name) ? [] : (strangerSetting(name, value, refusals) ?? []);
  });
  const followers = new Map<string, ReadonlySet<string>>();
  const notes: string[] = [];
  const groups: readonly (readonly Setting[])[] = [together, ...strangers.map((one) => [one])];
  for (const settings of groups) {
    try {
      const changed = [...(await changedBy(box, settings, values))];
      for (const { name, value } of settings) {
        followers.set(name, new Set(changed.flatMap(([other, shown]) => (shown === value ? [other] : []))));
      }
    } catch (error) {
      const names = settings.map(({ name }) => name).join(', ');
      notes.push(`Not compared, of which directives these are other names: ${names}. ${reasonOf(error)}`);
    }
  }
  return { followers, notes };
}

/** What an error says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
