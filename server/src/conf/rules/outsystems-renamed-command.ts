import { isOutSystems } from '../profiles';
import { removeLine, choice } from '../fix';
import type { DirectiveRule } from '../rule';

/** Commands for connections, sessions, and the upkeep of the cluster. */
const NEEDED = new Set(
  (
    'auth hello ping echo select client command info config cluster asking readonly readwrite role ' +
    'get set setex psetex setnx mget mset getset append strlen del unlink exists expire pexpire expireat ttl pttl persist type scan ' +
    'hget hset hmget hmset hgetall hdel hexists hlen hkeys hvals hscan hincrby ' +
    'eval evalsha script multi exec watch unwatch discard subscribe unsubscribe publish ' +
    'psync sync replconf replicaof slaveof migrate restore dump wait'
  ).split(' '),
);

/** A command that somebody needs and does not find. */
export const outsystemsRenamedCommand: DirectiveRule = {
  id: 'outsystems-renamed-command',
  group: 'profile',
  severity: 'warning',
  scope: 'directive',
  keys: ['rename-command'],
  title: 'OutSystems: a command that sessions or the cluster need is renamed',
  check: ({ args }, env) => {
    const [word] = args;
    if (!word || !isOutSystems(env) || !NEEDED.has(word.text.toLowerCase())) return undefined;
    return {
      span: word,
      message: `Front ends, replicas or the upkeep of the cluster use ${word.text.toUpperCase()} by this name and fail without it. Leave it, and keep others out by password and network.`,
      fixes: [choice('Remove the line', removeLine())],
    };
  },
};
