import type { DirectiveRule } from '../rule';

/** A policy that does less than it seems to. The house rules of a profile say which policy they want. */
export const maxmemoryPolicyUnfit: DirectiveRule = {
  id: 'maxmemory-policy-unfit',
  group: 'memory',
  severity: 'information',
  scope: 'directive',
  keys: ['maxmemory-policy'],
  title: 'The eviction policy only helps where keys have an expiry',
  check: ({ args }, env) => {
    const [value] = args;
    if (env.kind !== 'redis' || env.profile !== 'generic' || !value?.text.toLowerCase().startsWith('volatile-'))
      return undefined;
    return {
      span: value,
      message: `"${value.text}" evicts only keys that have an expiry. Where no key has one it is the same as noeviction: a full server refuses writes.`,
    };
  },
};
