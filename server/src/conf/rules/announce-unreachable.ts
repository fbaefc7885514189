import { isLoopback, isWildcard } from '../addresses';
import type { DirectiveRule } from '../rule';

/** An announced address that means another machine, or none, to whoever reads it. */
export const announceUnreachable: DirectiveRule = {
  id: 'announce-unreachable',
  group: 'replication',
  severity: 'warning',
  scope: 'directive',
  keys: ['replica-announce-ip', 'cluster-announce-ip', 'sentinel'],
  title: 'The announced address leads nowhere from another machine',
  check: ({ args, directive }) => {
    let [word] = args;
    if (directive.key === 'sentinel') {
      if (word?.text.toLowerCase() !== 'announce-ip') return undefined;
      word = args[1];
    }
    if (!word || !(isLoopback(word.text) || isWildcard(word.text))) return undefined;
    return {
      span: word,
      message: isLoopback(word.text)
        ? `Others are told to reach this server at ${word.text}, which is their own machine. Announce an address that they can reach.`
        : `${word.text} means "all addresses" when listening; as the address of a server it leads nowhere. Announce an address that others can reach.`,
    };
  },
};
