import type { DirectiveRule } from '../rule';
import { readInteger } from '../values';

/** The limit that current Linux kernels start with. */
const KERNEL_DEFAULT = 4_096n;

/** A queue of new connections that the kernel cuts. */
export const tcpBacklogAboveSomaxconn: DirectiveRule = {
  id: 'tcp-backlog-above-somaxconn',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['tcp-backlog'],
  title: 'The kernel cuts the queue of new connections shorter',
  check: ({ args }) => {
    const [word] = args;
    const value = word && readInteger(word.text);
    if (!word || value === undefined || value <= KERNEL_DEFAULT) return undefined;
    return {
      span: word,
      message: `Linux cuts this to net.core.somaxconn, 4096 on current kernels and 128 on those before 5.4. Set both net.core.somaxconn and net.ipv4.tcp_max_syn_backlog to ${value} or more before the server starts.`,
    };
  },
};
