import type { DirectiveRule } from '../rule';

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
      message:
        'Lines of Sentinel belong in sentinel.conf, which is started with --sentinel. The server stops here: sentinel directive while not in sentinel mode.',
    };
  },
};
