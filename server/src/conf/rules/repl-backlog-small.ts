import { changeTo } from '../stated';
import type { DirectiveRule } from '../rule';
import { humanBytes, memoryMeaning } from '../values';

const LEAST = 1024n ** 2n;

/** A backlog below the oldest default turns short interruptions into full copies. */
export const replBacklogSmall: DirectiveRule = {
  id: 'repl-backlog-small',
  group: 'replication',
  severity: 'information',
  scope: 'directive',
  keys: ['repl-backlog-size'],
  title: 'The replication backlog is smaller than 1 MB',
  check: ({ args }, env) => {
    const [word] = args;
    const size = word && memoryMeaning(word.text);
    if (!word || env.kind !== 'redis' || size === undefined || size >= LEAST) return undefined;
    return {
      span: word,
      message: `A replica that misses more than ${humanBytes(size)} of writes needs a full copy when it is back. Size the backlog for what is written during an interruption; the smallest default is 1mb.`,
      fixes: [changeTo('1mb', word), changeTo('64mb', word)],
    };
  },
};
