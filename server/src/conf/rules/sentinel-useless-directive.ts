import { isOfNoUseToSentinel } from '../../sentinel/dataDirectives';
import { certain, choice, removeLine } from '../fix';
import type { DirectiveRule } from '../rule';

/** Lines that speak of passwords may hold one that was meant for another directive. */
const CREDENTIALS = new Set(['masterauth', 'masteruser']);

/** A Sentinel takes every directive of redis.conf, and has no use for most. */
export const sentinelUselessDirective: DirectiveRule = {
  id: 'sentinel-useless-directive',
  group: 'sentinel',
  severity: 'information',
  scope: 'directive',
  title: 'A directive about data in a file of Sentinel',
  check: ({ name, directive }, env) => {
    if (env.kind !== 'sentinel' || !isOfNoUseToSentinel(directive.key)) return undefined;
    const credential = CREDENTIALS.has(directive.key);
    return {
      message: `Sentinel accepts "${name.text}" and has no use for it: it keeps no data${credential ? '. The password for the primary is "sentinel auth-pass <name> <password>"' : ''}.`,
      tags: ['unnecessary'],
      fixes: [credential ? choice('Remove the line', removeLine()) : certain('Remove the line', removeLine())],
    };
  },
};
