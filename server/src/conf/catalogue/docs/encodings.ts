import type { Chapter } from './types';

const memory = 'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/';
const configuration = 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/';
const streams = 'https://redis.io/docs/latest/develop/data-types/streams/';

export const encodings: Chapter = {
  title: 'Encodings of small values',
  directives: {
    'hash-max-listpack-entries': {
      usage: '<entries>',
      does: 'A hash with at most this many fields, none longer than `hash-max-listpack-value`, is kept as one compact block instead of a hash table. Up to 6.2 the name is `hash-max-ziplist-entries`.',
      change:
        'Raise to 1000 when millions of hashes just above 512 fields dominate memory; measure with `MEMORY USAGE`.',
      risk: 'Compact hashes are searched from the start, so access time grows with the size; beyond some thousand fields latency suffers. A hash that was converted does not go back until it is rewritten or reloaded.',
      link: memory,
    },
    'hash-max-listpack-value': {
      usage: '<bytes>',
      does: 'Longest field name or value, in bytes, that a compact hash may hold; a longer one turns the hash into a hash table. Up to 6.2 the name is `hash-max-ziplist-value`.',
      change: 'Raise to 128 or 256 when typical values are a little longer than 64 bytes, such as tokens or URLs.',
      risk: 'One long value converts the whole hash and can multiply its memory by 3 to 5. With large limits each change copies a block of entries times bytes.',
      link: memory,
    },
    'hash-seed': {
      usage: '<text>',
      does: 'Valkey only. Fixes the seed of the hash tables, a text of up to 64 characters, so that primary and replicas answer `SCAN` cursors alike; without it every process draws a random seed.',
      change:
        'Set the same text on all nodes of a shard or cluster when long scans must survive a failover. It takes a restart.',
      risk: 'The random seed protects against crafted keys that all collide. Treat the text as a secret, and do not rely on the order of keys across versions.',
      link: 'https://valkey.io/topics/valkey.conf',
    },
    'hll-sparse-max-bytes': {
      usage: '<bytes>',
      does: 'Size up to which a HyperLogLog keeps the sparse form, including its 16-byte header; beyond it becomes the dense form of about 12 KB.',
      change:
        'Raise to 10000 when millions of counters each see fewer than some 15,000 distinct items and CPU is free.',
      risk: '`PFADD` on a sparse counter takes time in proportion to its size. Above 16000 there is nothing to gain, because the dense form is smaller by then.',
      link: memory,
    },
    'list-compress-depth': {
      usage: '<nodes>',
      does: 'Compresses the inner nodes of long lists with LZF and leaves this many nodes at each end uncompressed; 0 compresses nothing.',
      change: 'Set 1 for long queues of text that are only pushed and popped at the ends.',
      risk: '`LRANGE`, `LINDEX` and `LINSERT` in the middle must decompress nodes on the main thread. Data that is compressed already, such as images, gains nothing and costs CPU.',
      link: memory,
    },
    'list-max-listpack-size': {
      usage: '<size>',
      does: 'Capacity of one list node. -1 to -5 mean at most 4, 8, 16, 32 or 64 KB; a positive number means that many elements. Up to 6.2 the name is `list-max-ziplist-size`.',
      change:
        '-2 suits most loads. Use -1 with many inserts in the middle, or a positive count when all elements have the same size.',
      risk: 'Inserts and deletes copy within a node, so 64 KB nodes make each of them slower. A count such as 10000 with elements of some kilobytes builds nodes of tens of megabytes.',
      link: memory,
    },
    'list-max-ziplist-entries': {
      usage: '<entries>',
      does: 'Dead: accepted with any value and ignored by every version from Redis 3.2 and Valkey 7.2 on. Lists are sized by `list-max-listpack-size` instead.',
      change: 'Delete the line.',
      risk: 'None for the server. It misleads the reader: whoever tunes it sees no effect, and `CONFIG GET` does not know it.',
      link: configuration,
    },
    'list-max-ziplist-value': {
      usage: '<bytes>',
      does: 'Dead: accepted with any value and ignored by every version from Redis 3.2 and Valkey 7.2 on. Lists are sized by `list-max-listpack-size` instead.',
      change: 'Delete the line.',
      risk: 'None for the server. It misleads the reader: whoever tunes it sees no effect, and `CONFIG GET` does not know it.',
      link: configuration,
    },
    'set-max-intset-entries': {
      usage: '<entries>',
      does: 'A set that holds only 64-bit integers stays a sorted array up to this many members: 2, 4 or 8 bytes each instead of roughly 50 in a hash table.',
      change: 'Raise to 1000 or 2000 for large numbers of id sets with few additions.',
      risk: 'An insert shifts the array, so with tens of thousands of members `SADD` gets slow. One member that is not an integer converts the set for good.',
      link: memory,
    },
    'set-max-listpack-entries': {
      usage: '<entries>',
      does: 'A set with at most this many members, not all integers and none longer than `set-max-listpack-value`, is kept as one compact block. Before 7.2 such sets were always hash tables.',
      change: 'Raise to 256 or 512 when many small tag or label sets dominate memory.',
      risk: '`SISMEMBER` reads the block from the start, so the cost grows with the size. A converted set does not shrink back until it is reloaded or rewritten.',
      link: memory,
    },
    'set-max-listpack-value': {
      usage: '<bytes>',
      does: 'Longest member, in bytes, of a compact set; a longer one turns the set into a hash table.',
      change: 'Raise to 128 for sets of longer identifiers such as e-mail addresses.',
      risk: 'One long member converts the whole set and can multiply its memory by 3 to 5. It takes a plain number: `64b` or `1kb` is refused here, unlike in the hash and sorted set limits.',
      link: memory,
    },
    'stream-idmp-duration': {
      usage: '<seconds>',
      does: 'Redis only. How long a stream remembers the idempotency ids of `XADD ... IDMP`, so that a repeated message is recognised; the default for streams without their own `XCFGSET`.',
      change: 'Set it a little above the longest time in which producers retry, for example 600 for ten minutes.',
      risk: 'A retry that comes later is stored a second time. Long times keep more ids in memory for each producer, up to `stream-idmp-maxsize`.',
      link: streams,
    },
    'stream-idmp-maxsize': {
      usage: '<entries>',
      does: 'Redis only. How many idempotency ids a stream keeps for each producer; the oldest one goes first. The default for streams without their own `XCFGSET`.',
      change: 'Messages per second of one producer times its retry window in seconds, plus a margin; at most 10000.',
      risk: 'If a producer sends more than this within its retry window, duplicates slip through before `stream-idmp-duration` is over. Memory grows with producers times this number.',
      link: streams,
    },
    'stream-node-max-bytes': {
      usage: '<bytes>',
      does: 'Largest size of one stream node, a block that holds several entries; 0 lifts this limit and leaves only `stream-node-max-entries`.',
      change: 'Raise to 16kb when entries are around 1 KB, so that a node holds more than three or four.',
      risk: 'Large nodes make reads of single entries and deletions slower, and a node is freed only when all its entries are gone. Tiny nodes cost memory for each node.',
      link: memory,
    },
    'stream-node-max-entries': {
      usage: '<entries>',
      does: 'Most entries in one stream node; 0 lifts this limit and leaves only `stream-node-max-bytes`.',
      change: 'Lower to 10 or 20 when approximate trimming must come close to the wanted length.',
      risk: 'Approximate trimming (`MAXLEN ~`) drops whole nodes only, so a stream can stay up to this many entries above its limit. With both limits at 0 nodes grow to hundreds of megabytes.',
      link: memory,
    },
    'zset-max-listpack-entries': {
      usage: '<entries>',
      does: 'A sorted set with at most this many members, none longer than `zset-max-listpack-value`, is kept as one compact block instead of skip list and hash table. Up to 6.2 the name is `zset-max-ziplist-entries`.',
      change: 'Raise to 256 or 512 when very many small rankings or time windows dominate memory.',
      risk: 'Every command walks the block, so `ZADD` slows down in proportion. Conversion goes one way until the key is reloaded or rewritten.',
      link: memory,
    },
    'zset-max-listpack-value': {
      usage: '<bytes>',
      does: 'Longest member, in bytes, of a compact sorted set; a longer one converts it to skip list and hash table. Up to 6.2 the name is `zset-max-ziplist-value`.',
      change: 'Raise to 128 when members are keys or UUIDs with a prefix slightly above 64 bytes.',
      risk: 'One long member converts the whole set: memory for 100 members can go from about 2 KB to about 10 KB.',
      link: memory,
    },
  },
};
