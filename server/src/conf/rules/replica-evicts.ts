import { changeTo } from '../stated';
import type { DirectiveRule } from '../rule';
import { readBoolean } from '../values';

/** A replica that evicts by itself holds other keys than its primary. */
export const replicaEvicts: DirectiveRule = {
  id: 'replica-evicts',
  group: 'replication',
  severity: 'warning',
  scope: 'directive',
  keys: ['replica-ignore-maxmemory'],
  title: 'A replica evicts keys by itself',
  check: ({ args }, env) => {
    const [word] = args;
    if (!word || env.kind !== 'redis' || readBoolean(word.text) !== false) return undefined;
    return {
      span: word,
      message:
        'The replica evicts keys by its own "maxmemory", which its primary still has: the two drift apart, and a failover loses what was evicted. Only writable replicas need "no".',
      fixes: [changeTo('yes', word)],
    };
  },
};
