import type { DirectiveRule } from '../rule';
import { readInteger } from '../values';

/** A port for RDMA ends the start of every build without it. */
export const rdmaNeedsBuild: DirectiveRule = {
  id: 'rdma-needs-build',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['rdma-port'],
  title: 'RDMA needs a server that was built with it',
  check: ({ args }) => {
    const [word] = args;
    const port = word && readInteger(word.text);
    if (!word || port === undefined || port === 0n) return undefined;
    return {
      span: word,
      message:
        'A server that was built without RDMA aborts at the start with this port. Most packages are built without; it takes a build with "BUILD_RDMA=yes" or its module.',
    };
  },
};
