import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';

/** Snapshots without a checksum. */
export const rdbchecksumOff: DirectiveRule = {
  id: 'rdbchecksum-off',
  group: 'persistence',
  severity: 'hint',
  scope: 'directive',
  keys: ['rdbchecksum'],
  title: 'Snapshots carry no checksum',
  check: ({ args }, env) => {
    const [value] = args;
    if (env.kind !== 'redis' || value?.text.toLowerCase() !== 'no') return undefined;
    return {
      span: value,
      message:
        'Snapshots carry no checksum, so a damaged one is loaded or fails somewhere in the middle. The checksum costs about a tenth of the time to save and load.',
      fixes: [changeTo('yes', value)],
    };
  },
};
