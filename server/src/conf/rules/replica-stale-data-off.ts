import { changeTo } from '../stated';
import type { DirectiveRule } from '../rule';
import { readBoolean } from '../values';

/** A replica without its primary answers nothing. */
export const replicaStaleDataOff: DirectiveRule = {
  id: 'replica-stale-data-off',
  group: 'replication',
  severity: 'information',
  scope: 'directive',
  keys: ['replica-serve-stale-data'],
  title: 'A replica answers nothing while its primary is away',
  check: ({ args }, env) => {
    const [word] = args;
    if (!word || env.kind !== 'redis' || readBoolean(word.text) !== false) return undefined;
    return {
      span: word,
      message:
        'While the link to the primary is down, and during the first copy, this replica answers almost every command with MASTERDOWN. Readers of replicas have to expect that.',
      fixes: [changeTo('yes', word)],
    };
  },
};
