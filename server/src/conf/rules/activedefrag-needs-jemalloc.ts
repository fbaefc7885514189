import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';
import { readBoolean } from '../values';

/** Defragmentation works only with the memory allocator that the sources bring along. */
export const activedefragNeedsJemalloc: DirectiveRule = {
  id: 'activedefrag-needs-jemalloc',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['activedefrag'],
  title: 'Active defragmentation needs a certain build of the server',
  check: ({ args }) => {
    const [word] = args;
    if (!word || readBoolean(word.text) !== true) return undefined;
    return {
      span: word,
      message:
        'This needs a server built with the jemalloc of its own sources. Packages of Debian and Ubuntu use the allocator of the system: they stop at this line (Active defragmentation cannot be enabled).',
      fixes: [changeTo('no', word)],
    };
  },
};
