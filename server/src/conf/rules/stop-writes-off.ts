import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';

/** Failed snapshots stay unnoticed. */
export const stopWritesOff: DirectiveRule = {
  id: 'stop-writes-off',
  group: 'persistence',
  severity: 'information',
  scope: 'directive',
  keys: ['stop-writes-on-bgsave-error'],
  title: 'Writes go on when snapshots fail',
  check: ({ args }, env) => {
    const [value] = args;
    if (env.kind !== 'redis' || value?.text.toLowerCase() !== 'no') return undefined;
    return {
      span: value,
      message:
        'The server goes on taking writes when its snapshots fail, for example because the disk is full: nobody notices until a restart brings old data back. Keep "no" only where rdb_last_bgsave_status is watched.',
      fixes: [changeTo('yes', value)],
    };
  },
};
