import type { Catalogue, Directive, DirectiveFacts } from '../../../server/src/conf/catalogue/catalogue';
import { eraOf } from '../../../server/src/conf/target';
import type { Difference } from './difference.js';
import type { Observation } from './observation.js';
import { factsFrom, short } from './refusal.js';

/** Which names only one side knows, which are hidden, and which are names of the same directive. */
export function compareNames(seen: Observation, catalogue: Catalogue): readonly Difference[] {
  const missing = catalogue.directives.flatMap(({ spellings, key }) =>
    spellings
      .filter((name) => !isKnown(seen, name))
      .map((subject): Difference => ({
        kind: 'missing name',
        subject,
        catalogue: 'knows it',
        server: 'does not know it',
        key,
      })),
  );
  return [
    ...strangers(seen, catalogue),
    ...missing,
    ...catalogue.directives
      .filter(({ facts }) => isKnown(seen, facts.name))
      .flatMap((directive) => placing(directive, seen)),
    ...aliases(seen, catalogue),
  ];
}

/** Does the server know a name in one way or another? */
export function isKnown(seen: Observation, name: string): boolean {
  return seen.listed.has(name) || seen.defaults.has(name) || seen.fileOnly.has(name);
}

function strangers(seen: Observation, { find }: Catalogue): readonly Difference[] {
  const names = [...new Set([...seen.listed, ...seen.defaults.keys(), ...seen.fileOnly])].filter((name) => !find(name));
  return names.map((subject): Difference => {
    const difference = { kind: 'unknown name', subject, catalogue: 'does not know it' } as const;
    if (seen.liveOnly.has(subject)) return { ...difference, server: 'knows it, but not in the file' };
    const other = [...(seen.followers.get(subject) ?? [])].map(find).find((found) => found);
    if (other) return { ...difference, server: `knows it as another name of "${other.facts.name}"`, key: other.key };
    return { ...difference, server: 'knows it', key: subject, facts: factsOf(subject, seen) };
  });
}

/** What the answers of the server tell of a directive that the catalogue does not know. */
function factsOf(name: string, seen: Observation): Partial<DirectiveFacts> {
  const texts = [...(seen.answers.get(name)?.values() ?? [])].map(({ text }) => text);
  const read = factsFrom(texts);
  const value = seen.defaults.get(name);
  if (value === undefined) return { ...read, notInConfigGet: true };
  const isNumber = read.type === 'int' || read.type === 'memory';
  return {
    ...read,
    default: isNumber ? short(value) : value,
    ...(seen.listed.has(name) ? {} : { hidden: true }),
    ...(seen.settable.get(name) === 'protected' ? { protected: true } : {}),
    runtimeSettable: seen.settable.get(name) !== 'no',
  };
}

/** Is a name listed by CONFIG GET *, told only when asked for, or not told at all? */
function placing({ facts, key }: Directive, seen: Observation): readonly Difference[] {
  const { name } = facts;
  if (facts.ignored) return [];
  const told = seen.listed.has(name) || seen.defaults.has(name);
  if (told === (facts.notInConfigGet ?? false)) {
    const [here, there] = told ? ['does not tell', 'tells'] : ['tells', 'does not tell'];
    return [
      {
        kind: 'hidden',
        subject: name,
        catalogue: `CONFIG GET ${here} it`,
        server: `CONFIG GET ${there} it`,
        key,
        facts: { notInConfigGet: !told },
      },
    ];
  }
  // Up to 6.2 nothing is hidden as a rule; what the list leaves out there is written by hand.
  if (!told || eraOf(seen) < 7 || seen.listed.has(name) !== (facts.hidden ?? false)) return [];
  const hidden = !seen.listed.has(name);
  return [
    {
      kind: 'hidden',
      subject: name,
      catalogue: hidden ? 'is listed' : 'is hidden',
      server: hidden ? 'CONFIG GET * leaves it out' : 'CONFIG GET * lists it',
      key,
      facts: { hidden },
    },
  ];
}

/** Names that the catalogue takes for another name of a directive, and the server does not. */
function aliases(seen: Observation, { find }: Catalogue): readonly Difference[] {
  return [...seen.followers].flatMap(([subject, followers]): readonly Difference[] => {
    const directive = find(subject);
    if (!directive || followers.has(directive.facts.name)) return [];
    const { key, facts } = directive;
    const [catalogue, server] = [`is another name of "${facts.name}"`, `does not change "${facts.name}"`];
    return [{ kind: 'alias', subject, catalogue, server, key }];
  });
}
