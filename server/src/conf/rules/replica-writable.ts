import { changeTo } from '../stated';
import type { DirectiveRule } from '../rule';
import { readBoolean } from '../values';

/** A replica that takes writes of its own. */
export const replicaWritable: DirectiveRule = {
  id: 'replica-writable',
  group: 'replication',
  severity: 'warning',
  scope: 'directive',
  keys: ['replica-read-only'],
  title: 'A replica takes writes of its own',
  check: ({ args }, env) => {
    const [word] = args;
    if (!word || env.kind !== 'redis' || readBoolean(word.text) !== false) return undefined;
    return {
      span: word,
      message:
        'What is written to a replica exists only there, is not passed on, and is lost at the next full copy. Keep replicas read-only.',
      fixes: [changeTo('yes', word)],
    };
  },
};
