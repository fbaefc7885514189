import { changeTo } from '../stated';
import type { DirectiveRule } from '../rule';
import { readInteger } from '../values';

/** A priority of 0 is not the best one: it means never. */
export const replicaPriorityZero: DirectiveRule = {
  id: 'replica-priority-zero',
  group: 'replication',
  severity: 'information',
  scope: 'directive',
  keys: ['replica-priority'],
  title: 'Sentinel never promotes this replica',
  check: ({ args }, env) => {
    const [word] = args;
    if (!word || env.kind !== 'redis' || readInteger(word.text) !== 0n) return undefined;
    return {
      span: word,
      message:
        'Lower numbers are preferred, but 0 means that Sentinel never promotes this replica. With 0 on all replicas there is no failover.',
      fixes: [changeTo('100', word), changeTo('1', word)],
    };
  },
};
