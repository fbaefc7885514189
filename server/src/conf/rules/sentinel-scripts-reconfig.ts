import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';

/** Whoever reaches Sentinel can have it run programs. */
export const sentinelScriptsReconfig: DirectiveRule = {
  id: 'sentinel-scripts-reconfig',
  group: 'sentinel',
  severity: 'warning',
  scope: 'directive',
  keys: ['sentinel'],
  title: 'Scripts of Sentinel may be set at run time',
  check: ({ args: [sub, word] }, env) => {
    if (env.kind !== 'sentinel' || sub?.text.toLowerCase() !== 'deny-scripts-reconfig') return undefined;
    if (!word || word.text.toLowerCase() !== 'no') return undefined;
    return {
      span: word,
      message:
        'With "no" everybody who reaches the port of Sentinel can name a program with SENTINEL SET, which Sentinel then runs. Scripts belong in the file.',
      fixes: [changeTo('yes', word)],
    };
  },
};
