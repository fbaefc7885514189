import { choice, replaceSpan } from '../fix';
import type { DirectiveRule, RuleEnvironment } from '../rule';
import { atLeast, compareVersions } from '../target';

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
  check: ({ args }, env) => {
    const value = args[0];
    const letters = keyspaceEventLetters(env);
    const bad = value && [...value.text].find((letter) => !letters.includes(letter));
    if (!value || bad === undefined) return undefined;
    const kept = [...value.text].filter((letter) => letters.includes(letter)).join('');
    return {
      span: value,
      message: `"${bad}" is no class of keyspace events in this version; the letters are ${letters}. The server stops here: Invalid event class character.`,
      fixes: [choice(`Change to "${kept}"`, replaceSpan(value, kept === '' ? '""' : kept))],
    };
  },
};
