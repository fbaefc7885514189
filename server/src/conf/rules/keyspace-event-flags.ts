import { choice, replaceSpan } from '../fix';
import type { Fix, Span } from '../finding';
import type { DirectiveRule, RuleEnvironment } from '../rule';
import type { Word } from '../syntax';
import { atLeast, compareVersions } from '../target';
import { booleanMeaning } from '../values';
import { shown, stopsHere } from '../wording';

/** The letters that the target knows, in the order of its documentation. */
export function keyspaceEventLetters(env: Pick<RuleEnvironment, 'target' | 'era'>): string {
  if (atLeast(env.target, 'redis', '8.1.0')) return 'Ag$lshzxeKEtmdnoc';
  if (env.era === 7) return 'Ag$lshzxeKEtmdn';
  if (compareVersions(env.target.version, '6.2.0') >= 0) return 'Ag$lshzxeKEtmd';
  return env.era === 6 ? 'Ag$lshzxeKEtm' : 'Ag$lshzxeKEt';
}

/** Letters that are no class of keyspace events. They are read with case. */
export const keyspaceEventFlags: DirectiveRule = {
  id: 'keyspace-event-flags',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['notify-keyspace-events'],
  title: 'A letter is no class of keyspace events',
  check: ({ directive, args }, env) => {
    const value = args[0];
    const letters = keyspaceEventLetters(env);
    const bad = value && [...value.text].find((letter) => !letters.includes(letter));
    if (!value || bad === undefined) return undefined;
    const reason = directive.facts.errors?.[0] ?? "Invalid event class character. Use 'Ag$lshzxeKEtmdn'.";
    return {
      span: spanOf(bad, value),
      message: `${shown(bad)} is no class of keyspace events; this version knows ${letters}. ${stopsHere(reason)}`,
      fixes: fixesOf(value, letters),
    };
  },
};

/** The letter itself, where the word is written without quotes. */
function spanOf(bad: string, value: Word): Span {
  if (value.quoted) return value;
  const start = value.start + value.text.indexOf(bad);
  return { start, end: start + bad.length };
}

function fixesOf(value: Word, letters: string): Fix[] {
  const meant = booleanMeaning(value.text);
  if (meant === false || value.text.toLowerCase() === 'none')
    return [choice('Write "" for no events', replaceSpan(value, '""'))];
  const kept = [...value.text].filter((letter) => letters.includes(letter)).join('');
  if (meant === true || kept === '') return [choice('Change to "KEA", all events', replaceSpan(value, 'KEA'))];
  return [choice(`Change to ${shown(kept)}`, replaceSpan(value, kept))];
}
