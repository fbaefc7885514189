import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';
import { readBoolean } from '../values';

/** Huge pages make the pages that are copied after a fork huge too. */
export const disableThpOff: DirectiveRule = {
  id: 'disable-thp-off',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['disable-thp'],
  title: 'The server leaves transparent huge pages switched on for itself',
  check: ({ args }) => {
    const [word] = args;
    if (!word || readBoolean(word.text) !== false) return undefined;
    return {
      span: word,
      message:
        'Where the kernel has transparent huge pages set to "always", writes after a fork copy 2 MB at a time: latency and memory suffer during every save. "yes" opts this process out.',
      fixes: [changeTo('yes', word)],
    };
  },
};
