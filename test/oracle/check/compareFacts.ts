import type { Directive, DirectiveFacts, FactNumber } from '../../../server/src/conf/catalogue/catalogue';
import type { Difference, DifferenceKind } from './difference.js';
import type { Observation } from './observation.js';
import { probesOf } from './probes.js';
import { readRefusal, type Refusal, short } from './refusal.js';

/** What the facts of a directive and the answers of a server say differently. */
export function compareFacts(directive: Directive, seen: Observation): readonly Difference[] {
  return [...defaults(directive, seen), ...runTime(directive, seen), ...values(directive, seen)];
}

function defaults({ facts, key }: Directive, seen: Observation): readonly Difference[] {
  const { name: subject, type } = facts;
  const shown = seen.defaults.get(subject);
  const stated = facts.default ?? (type === 'string' || type === 'enum' ? '' : undefined);
  if (shown === undefined || stated === undefined || normal(shown, facts) === normal(stated, facts)) return [];
  const value = type === 'int' || type === 'memory' ? short(shown) : shown;
  return [
    { kind: 'default', subject, catalogue: quoted(stated), server: quoted(shown), key, facts: { default: value } },
  ];
}

/** Numbers as numbers, switches as `yes` and `no`: the way in which values can be compared. */
function normal(value: FactNumber | boolean, { type }: DirectiveFacts): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  const isNumber = type === 'int' || type === 'memory' || type === 'percent-or-memory' || type === 'octal';
  return isNumber && /^-?\d+$/.test(text) ? BigInt(text).toString() : text;
}

function runTime({ facts, key }: Directive, seen: Observation): readonly Difference[] {
  const is = seen.settable.get(facts.name);
  if (is === undefined || facts.runtimeSettable === undefined) return [];
  const stated = !facts.runtimeSettable ? 'no' : facts.protected ? 'protected' : 'yes';
  // That it is protected says nothing of one that cannot be set anyhow.
  if (is === stated) return [];
  const wanted = {
    runtimeSettable: is !== 'no',
    ...(is === 'protected' || facts.protected ? { protected: is === 'protected' } : {}),
  };
  return [
    { kind: 'run time', subject: facts.name, catalogue: SETTABLE[stated], server: SETTABLE[is], key, facts: wanted },
  ];
}

const SETTABLE = { yes: 'can be set', no: 'cannot be set', protected: 'can be set where protected ones may be' };

function values(directive: Directive, seen: Observation): readonly Difference[] {
  const { facts, key } = directive;
  const found = new Map<string, Difference>();
  const add = (kind: DifferenceKind, catalogue: string, server: string, wanted?: Partial<DirectiveFacts>): void => {
    found.set(`${kind} ${server}`, {
      kind,
      subject: facts.name,
      catalogue,
      server,
      key,
      ...(wanted ? { facts: wanted } : {}),
    });
  };
  for (const { value, accepted } of probesOf(directive)) {
    const answer = seen.answers.get(facts.name)?.get(value);
    if (!answer) continue;
    const refusal = readRefusal(answer.text);
    const told = answer.accepted ? undefined : tellsOtherwise(refusal, facts);
    if (told) add(told.kind, told.catalogue, answer.text, told.facts);
    else if (accepted !== answer.accepted) {
      const server = answer.accepted ? `accepts ${quoted(value)}` : `refuses ${quoted(value)}: ${answer.text}`;
      add(
        facts.type === 'enum' ? 'values' : 'range',
        accepted ? `accepts ${quoted(value)}` : `refuses ${quoted(value)}`,
        server,
      );
    }
  }
  return [...found.values()];
}

type Told = Pick<Difference, 'kind' | 'catalogue'> & { readonly facts: Partial<DirectiveFacts> };

/** What the words of a refusal say that the facts do not. */
function tellsOtherwise(refusal: Refusal, facts: DirectiveFacts): Told | undefined {
  const { type, min, max, values: words } = refusal;
  if (type !== undefined && type !== facts.type) {
    return { kind: 'type', catalogue: facts.type, facts: words ? { type, values: words } : { type } };
  }
  if (words && [...words].sort().join() !== [...(facts.values ?? [])].sort().join()) {
    return { kind: 'values', catalogue: (facts.values ?? []).join(', '), facts: { values: words } };
  }
  if (min === undefined || max === undefined) return undefined;
  const base = facts.type === 'octal' ? '0o' : '';
  const bounds = [min, max].map((bound) => BigInt(`${bound.startsWith('-') ? '' : base}${bound}`).toString());
  if (bounds[0] === String(facts.min) && bounds[1] === String(facts.max)) return undefined;
  return {
    kind: 'range',
    catalogue: `${facts.min ?? 'any'} to ${facts.max ?? 'any'}`,
    facts: { min: short(bounds[0]), max: short(bounds[1]) },
  };
}

function quoted(value: FactNumber | boolean): string {
  return JSON.stringify(value);
}
