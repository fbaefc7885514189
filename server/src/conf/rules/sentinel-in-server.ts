import { choice, commentLine } from '../fix';
import type { DirectiveRule } from '../rule';
import { stopsHere } from '../wording';

/** A `sentinel` line in the file of a data server. A bare `sentinel` is accepted. */
export const sentinelInServer: DirectiveRule = {
  id: 'sentinel-in-server',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['sentinel'],
  title: 'A sentinel line in the file of a data server',
  check: ({ name, args }, env) => {
    if (env.kind === 'sentinel' || args.length === 0) return undefined;
    return {
      span: name,
      message: `Lines of Sentinel belong into a file of their own, for a process that is started with --sentinel. ${stopsHere('sentinel directive while not in sentinel mode')}`,
      fixes: [choice('Comment this line out', commentLine())],
    };
  },
};
