import { isOutSystems, weigh } from '../profiles';
import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';

/** The published failover test needs DEBUG, which there are better ways for. */
export const outsystemsDebugCommand: DirectiveRule = {
  id: 'outsystems-debug-command',
  group: 'profile',
  severity: 'information',
  scope: 'directive',
  keys: ['enable-debug-command'],
  title: 'OutSystems: DEBUG is allowed for the failover test',
  check: ({ args }, env) => {
    const [word] = args;
    if (!word || !isOutSystems(env) || word.text.toLowerCase() === 'no') return undefined;
    return {
      span: word,
      severity: word.text.toLowerCase() === 'yes' ? 'warning' : weigh(env),
      message:
        'The failover test of the procedure sends DEBUG sleep, which is refused since 7.0 unless it is allowed here. CLUSTER FAILOVER, or stopping the process for a while, tests the same without opening DEBUG.',
      fixes: [changeTo('no', word)],
    };
  },
};
