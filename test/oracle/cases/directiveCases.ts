import { quoteWord, spell, type Draft } from './draft.js';
import { directives, type DirectiveFacts } from './facts.js';
import type { Random } from './random.js';
import { valueFor } from './values.js';

const everyName = directives.flatMap((directive) => directive.names.map((name) => ({ name, directive })));
const withoutValue = new Set(['sentinel', 'include', 'rename-command', 'loadmodule', 'user']);

/** A directive of the catalogue with one of its values. Over consecutive turns every spelling has its turn. */
export function directiveCase(random: Random, turn: number): Draft {
  const chosen = everyName[turn % everyName.length];
  if (chosen === undefined) throw new Error('the catalogue is empty');
  const { name, directive } = chosen;
  const type = directive.eras[0]?.type ?? 'string';
  const written = random.chance(0.05) ? spell(random, name) : random.chance(0.06) ? name.toUpperCase() : name;
  const line = withArity(random, written, () => valueFor(random, name, random.pick(directive.eras)));
  return { cat: type === 'special' ? `special:${name}` : type, lines: [withoutCost(line)] };
}

function withArity(random: Random, name: string, value: () => string): string {
  const arity = random.below(40);
  if (arity === 0) return name;
  if (arity === 1) return `${name} ${value()} ${value()}`;
  if (arity === 2) return `${name} ${value()} # a comment`;
  if (arity === 3) return `${name} ${value()} #${value()}`;
  if (arity === 4) return `${name} ${value()} ""`;
  return `${name} ${value()}`;
}

/** A file that includes itself kills every server; that is tested by hand. */
function withoutCost(line: string): string {
  return /^include .*redis\.conf/i.test(line) ? 'include extra.conf' : line;
}

/** Two lines of the same directive: the last may win, but each is checked. */
export function duplicateCase(random: Random): Draft {
  const { name, directive } = random.pick(everyName.filter((entry) => !withoutValue.has(entry.name)));
  const other = random.pick(directive.names);
  const line = (spelling: string): string => `${spelling} ${valueFor(random, spelling, random.pick(directive.eras))}`;
  return { cat: 'duplicate', lines: [line(name), line(other)], placement: 'scattered' };
}

/** A name that no version knows, mostly one that is nearly right. */
export function unknownCase(random: Random): Draft {
  const { name } = random.pick(everyName);
  const at = random.below(name.length);
  const wrong = random.pick([
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + name.charAt(at) + name.slice(at),
    `${name.slice(0, at)}q${name.slice(at)}`,
    `${name}s`,
    name.replaceAll('-', '_'),
    name.replaceAll('-', ''),
    `${name}=5`,
    `${name}:`,
    `-${name}`,
    `mod.${name}`,
    `${name}.x`,
    'foo',
    'foo.bar',
    quoteWord(`${name} 5`),
    `#${name}`,
    `\u00a0${name}`,
  ]);
  const rest = random.pick(['1', 'x', '10mb', 'yes', '', '', '"a b" c', '""', '# x', '"unbal', 'x y z']);
  const lines = [`${wrong} ${rest}`.trimEnd()];
  if (random.chance(0.3))
    lines.push(
      random.pick([
        'foo bar',
        'baz qux',
        'port 99999',
        'bare',
        `${wrong} again`,
        'timeout abc',
        'hide-user-data-from-log yes',
      ]),
    );
  return { cat: 'unknown', lines: random.shuffle(lines), placement: 'scattered' };
}

/** The catalogue's entry of a name, for families that build on it. */
export function factsOf(name: string): DirectiveFacts {
  const found = directives.find(({ names }) => names.includes(name));
  if (found === undefined) throw new Error(`${name} is not in the catalogue`);
  return found;
}
