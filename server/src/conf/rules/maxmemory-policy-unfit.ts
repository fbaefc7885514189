import type { DocumentRule } from '../rule';
import { isWhole, ownLine } from '../stated';

/** A policy that does less than it seems to. The house rules of a profile say which policy they want. */
export const maxmemoryPolicyUnfit: DocumentRule = {
  id: 'maxmemory-policy-unfit',
  group: 'memory',
  severity: 'information',
  scope: 'document',
  title: 'The eviction policy only helps where keys have an expiry',
  *check(settings, env) {
    const line = ownLine(settings, 'maxmemory-policy');
    const value = line?.args[0];
    if (env.kind !== 'redis' || env.profile !== 'generic' || !line || !value) return;
    if (!value.text.toLowerCase().startsWith('volatile-')) return;
    // Without a limit nothing is evicted; dead-directive says it.
    if (isWhole(settings, env) && settings.number('maxmemory') === 0n) return;
    yield {
      line: line.line,
      span: value,
      message: `"${value.text}" evicts only keys that have an expiry. Where no key has one it is the same as noeviction: a full server refuses writes.`,
    };
  },
};
