import type { Chapter } from './types';

const MANAGE = 'https://redis.io/docs/latest/operate/oss_and_stack/management';
const EVICTION = 'https://redis.io/docs/latest/develop/reference/eviction/';
const CLIENTS = 'https://redis.io/docs/latest/develop/reference/clients/';
const LATENCY = `${MANAGE}/optimization/latency/`;
const MEMORY = `${MANAGE}/optimization/memory-optimization/`;
const ADMIN = `${MANAGE}/admin/`;
const CONFIG = `${MANAGE}/config/`;

export const memory: Chapter = {
  title: 'Memory and clients',
  directives: {
    'active-expire-effort': {
      usage: '<effort>',
      does: 'How hard the server looks for expired keys that nobody reads: 1 tolerates about 10 % of them in memory for up to 25 % of CPU time, 10 about 1 % for up to 43 %.',
      change:
        'Raise it to 3 or 5 if `expired_stale_perc` in `INFO stats` stays high and memory is short, for example with many short sessions.',
      risk: 'The work is done on the main thread, so 10 adds visible latency when many keys expire in the same second.',
      link: LATENCY,
    },
    activerehashing: {
      usage: 'yes|no',
      does: 'Spends about 1 ms of every 100 ms on moving keys into a hash table that was resized, instead of waiting for commands to touch them.',
      change: 'Leave `yes`; use `no` only if an extra 1 to 2 ms now and then breaks a hard latency limit.',
      risk: 'With `no` an idle server never finishes the move and keeps both tables: 100 million keys hold on to about 1 to 2 GB of table longer than necessary.',
      link: MEMORY,
    },
    'client-output-buffer-limit': {
      usage: '<class> <hard-bytes> <soft-bytes> <soft-seconds> [...]',
      does: 'Cuts off clients of a class whose unread replies exceed the hard limit, or stay above the soft limit for that many seconds; 0 is no limit. `256mb` counts in 1024s, `256m` in 1000s.',
      change:
        'For large datasets raise the class `replica` to the write rate times the length of a full synchronisation, for example `replica 1gb 512mb 120`.',
      risk: 'Too small for replicas: 1 MB/s of writes during a transfer of 10 minutes make 600 MB, far above the built-in 256 MB; the link is cut and the synchronisation starts over, endlessly. Up to 6.2 an unreadable size counts as 0.',
      args: [
        'Class: `normal` clients, `replica` (also written `slave`) or `pubsub` subscribers.',
        'Hard limit in bytes; the connection is closed at once when it is passed.',
        'Soft limit in bytes.',
        'Seconds for which the soft limit may be exceeded without a break.',
      ],
      link: CLIENTS,
    },
    'client-query-buffer-limit': {
      usage: '<bytes>',
      does: 'Largest amount of unprocessed request data, in later versions with open `MULTI` blocks, that one client may pile up before it is disconnected.',
      change:
        'Lower it to some megabytes above the largest value you store when clients are not trusted; keep it above `proto-max-bulk-len`.',
      risk: 'With 1 GB a handful of broken or hostile clients can exhaust the RAM. Too low cuts off legitimate bulk loads and shows in the log as `Closing client that reached max query buffer length`.',
      link: CLIENTS,
    },
    'disable-thp': {
      usage: 'yes|no',
      does: 'Opts this process out of transparent huge pages where the kernel setting is `always`. Linux only.',
      change:
        'Leave `yes`, and set the kernel to `madvise` or `never` all the same: the server looks at it only at the start.',
      risk: 'With `no` and `always`, after a fork a write of a few bytes copies 2 MB instead of 4 KB: latency peaks and up to double memory during each save.',
      link: LATENCY,
    },
    'jemalloc-bg-thread': {
      usage: 'yes|no',
      does: 'Lets the allocator give freed pages back to the system in a thread of its own, also when no commands arrive. Builds without jemalloc accept it without effect.',
      change: 'Leave `yes`; use `no` if a debugger or a strict thread limit gets in the way.',
      risk: 'With `no` the RSS of an idle server stays high after `FLUSHALL` or a large deletion, and memory alarms fire for memory that is free.',
      link: MEMORY,
    },
    'lazyfree-lazy-eviction': {
      usage: 'yes|no',
      does: 'Frees the values of evicted keys in a background thread. Only collections with more than 64 elements go there; small values are freed at once.',
      change: 'Use `yes` with an `allkeys-*` or `volatile-*` policy and large hashes, sets or lists.',
      risk: 'With `no` the eviction of one set with a million members stops all clients for 100 ms and more. With `yes` memory falls a little later, so `maxmemory` can be exceeded briefly.',
      link: EVICTION,
    },
    'lazyfree-lazy-expire': {
      usage: 'yes|no',
      does: 'Frees the values of expired keys in a background thread if they have more than 64 elements.',
      change: 'Use `yes` when large collections carry a TTL, such as session hashes or daily sets.',
      risk: 'With `no` a large key that expires blocks the main thread at a time that nobody chose. `lazyfree_pending_objects` in `INFO memory` shows how far the thread is behind.',
      link: LATENCY,
    },
    'lazyfree-lazy-server-del': {
      usage: 'yes|no',
      does: 'Frees in the background the values that commands delete implicitly: the target of `RENAME`, a key overwritten by `SET`, the old result of `SUNIONSTORE` or `SORT ... STORE`.',
      change: 'Use `yes` when jobs replace large collections by renaming a fresh copy over the old one.',
      risk: 'With `no` such a `RENAME` takes as long as a `DEL` of the old value: a second or more for 10 million members. `SLOWLOG` shows it as an innocent `RENAME`.',
      link: LATENCY,
    },
    'lazyfree-lazy-user-del': {
      usage: 'yes|no',
      does: 'Makes `DEL` behave like `UNLINK`: the key is gone at once, its memory is freed in the background.',
      change: 'Use `yes` when applications delete large collections with `DEL` and cannot be changed.',
      risk: 'Memory is returned later than the reply, so a script that deletes and refills quickly needs more RAM at its peak. Values of 64 elements or fewer are freed at once either way.',
      link: LATENCY,
    },
    'lazyfree-lazy-user-flush': {
      usage: 'yes|no',
      does: 'Makes `FLUSHALL`, `FLUSHDB`, `SCRIPT FLUSH` and `FUNCTION FLUSH` without `SYNC` or `ASYNC` work in the background.',
      change: 'Use `yes` where test or deployment scripts flush large databases.',
      risk: 'With `no` a flush of 50 million keys stops the server for 10 seconds and more, long enough for Sentinel or the cluster to declare it dead.',
      link: LATENCY,
    },
    'lfu-decay-time': {
      usage: '<minutes>',
      does: 'Minutes after which the access counter of an untouched key drops by one, for the `*-lfu` policies; 0 never lowers it.',
      change: 'Raise it to 10 or 60 when the popularity of keys changes over hours rather than minutes.',
      risk: "With 0 yesterday's favourites stay in memory and new keys, which start at 5, are evicted first. With 1 a counter of 255 is gone after about four hours.",
      link: EVICTION,
    },
    'lfu-log-factor': {
      usage: '<factor>',
      does: 'How many hits it takes to fill the 8-bit access counter of the `*-lfu` policies: about 1,000 with 0, about 1 million with 10, about 10 million with 100.',
      change: 'Raise it to 100 when many keys see more than a million reads and must still be told apart.',
      risk: 'Too low and all warm keys sit at 255, so eviction among them is a matter of chance. Too high and keys with some hundred hits look as cold as new ones. `OBJECT FREQ` shows the counter.',
      link: EVICTION,
    },
    'max-new-connections-per-cycle': {
      usage: '<connections>',
      does: 'How many waiting TCP or Unix connections are accepted in one turn of the event loop before commands are served again.',
      change:
        'Raise it to 100 if thousands of clients must return within a second after a failover; raise `tcp-backlog` with it.',
      risk: 'High values let a connection storm slow down the clients that are already there; low ones leave new clients in the backlog until their connect timeout.',
      link: CLIENTS,
    },
    'max-new-tls-connections-per-cycle': {
      usage: '<connections>',
      does: 'How many waiting TLS connections are accepted in one turn of the event loop. It is counted apart, because a handshake costs about a millisecond instead of microseconds.',
      change: 'Raise it to 5 or 10 if reconnecting TLS clients time out while the CPU is not yet busy.',
      risk: 'With 100, one turn can take 100 ms, in which no command is answered: the reconnect storm becomes an outage for everybody.',
      link: CLIENTS,
    },
    maxclients: {
      usage: '<connections>',
      does: 'Most connections at a time; further ones get `max number of clients reached`. Replicas count, and cluster bus links do too: two for each other node.',
      change:
        'Instances of the application times pool size, doubled for deployments. The process needs that many descriptors plus 32: `LimitNOFILE=65535` in the unit.',
      risk: 'If the descriptor limit is lower and cannot be raised, the server lowers the value itself and only logs `maxclients has been reduced to`. When it is reached, `redis-cli` cannot get in either.',
      link: CLIENTS,
    },
    maxmemory: {
      usage: '<bytes>',
      does: 'Limit for dataset and buffers; at the limit `maxmemory-policy` decides. 0 is no limit on 64-bit builds. `10gb` is 10 times 2^30 bytes, `10g` is 10 times 10^9.',
      change:
        '75 to 80 % of the RAM of a dedicated host that hardly saves, 50 to 60 % with RDB or AOF and many writes; divide by the number of instances on the host.',
      risk: 'Without it the kernel OOM killer ends the process. Replica buffers, the AOF buffer and fragmentation come on top. An empty value counts as 0, and 5.0 reads whatever it cannot parse, `50%` or `8gib`, as no limit.',
      link: EVICTION,
    },
    'maxmemory-clients': {
      usage: '<bytes>|<percent>%',
      does: 'Limit for the memory of all client connections together: at the limit the largest are disconnected. The percentage is one of `maxmemory`; 0 is no limit. Replicas and clients with `CLIENT NO-EVICT on` are spared.',
      change: 'Use `5%` on production servers with many or unknown clients.',
      risk: 'Without it, buffers of slow readers push out keys or use up the RAM. A percentage without `maxmemory` limits nothing, and too little cuts off large but honest pipelines; see `evicted_clients` in `INFO stats`.',
      link: CLIENTS,
    },
    'maxmemory-eviction-tenacity': {
      usage: '<0-100>',
      does: 'How long one round of eviction may hold up commands: 10 is 0.5 ms, each further step 15 % more, 99 about two minutes, 100 without limit. What is left is done between commands.',
      change: 'Raise it to 20 or 30, that is 2 to 8 ms, if memory keeps climbing above `maxmemory` under heavy writes.',
      risk: 'Low values let memory exceed the limit when writes outrun eviction, high ones stall all clients meanwhile. 0 leaves eviction hardly any time at all.',
      link: EVICTION,
    },
    'maxmemory-policy': {
      usage: '<policy>',
      does: 'Which keys are removed when `maxmemory` is reached. The `volatile-*` policies consider only keys with a TTL, the `allkeys-*` policies all keys.',
      change:
        '`noeviction` for sessions, queues and everything that may not vanish; `allkeys-lru` or `allkeys-lfu` for a pure cache.',
      risk: 'An `allkeys-*` policy silently deletes sessions and jobs. `noeviction` answers writes with `OOM command not allowed` when full, and `volatile-*` does the same once no key with a TTL is left.',
      values: {
        noeviction:
          'Nothing is removed; commands that need memory fail with an `OOM` error, reads and deletions go on.',
        'allkeys-lru': 'The key that was not used for the longest time goes first, estimated from samples.',
        'allkeys-lfu':
          'The key with the lowest access frequency goes first; a one-time scan does not push out the hot ones.',
        'allkeys-lrm':
          'Redis 8.6 only: the key that was not written for the longest time goes first; reads do not count.',
        'allkeys-random': 'Any key, for access patterns without favourites.',
        'volatile-lru': 'As `allkeys-lru`, among keys with a TTL.',
        'volatile-lfu': 'As `allkeys-lfu`, among keys with a TTL.',
        'volatile-lrm': 'Redis 8.6 only: as `allkeys-lrm`, among keys with a TTL.',
        'volatile-random': 'Any key with a TTL.',
        'volatile-ttl': 'The key with the shortest time left to live goes first.',
      },
      link: EVICTION,
    },
    'maxmemory-samples': {
      usage: '<keys>',
      does: 'Number of keys drawn for each eviction; the worst of them, and of the candidates from earlier rounds, goes. More makes LRU, LFU and TTL more exact.',
      change: '10 comes very close to true LRU for some more CPU; 3 is faster and rougher.',
      risk: 'Every eviction pays for it on the main thread: 64 costs a write-heavy full cache noticeable throughput for hardly better choices than 10. Values above 64 are refused by 7.4, Valkey 8.0 and later.',
      link: EVICTION,
    },
    'oom-score-adj': {
      usage: 'no|yes|relative|absolute',
      does: 'Lets the server set its own `oom_score_adj` on Linux, by role and with the numbers in `oom-score-adj-values`, so that the OOM killer takes save children first and primaries last.',
      change:
        'Use `relative` on hosts that several instances share; leave `no` where systemd sets `OOMScoreAdjust` or a container runtime decides.',
      risk: 'It only chooses the victim: missing RAM stays missing, and a killed save child means a failed snapshot. 6.0.7 to 6.0.9 know `yes` and `no` only.',
      values: {
        no: 'The value that the process was started with is not touched.',
        yes: 'The same as `relative`.',
        relative: 'The numbers are added to the value the process had at its start.',
        absolute: 'The numbers are written as they are, whatever the process started with.',
      },
      link: ADMIN,
    },
    'oom-score-adj-values': {
      usage: '<primary> <replica> <child>',
      does: 'The three `oom_score_adj` numbers for `oom-score-adj`; a higher one is killed earlier. The kernel works with -1000 to 1000.',
      change:
        'Keep the order primary, replica, child from low to high; use a first number below 0 only if the service has `CAP_SYS_RESOURCE`.',
      risk: 'An unprivileged process cannot go below its starting value: the server logs that it failed to set the score. A primary with a high number is shot before its own save child.',
      args: ['For a primary.', 'For a replica.', 'For a background child that saves or rewrites.'],
      link: ADMIN,
    },
    'lazyexpire-nested-arbitrary-keys': {
      usage: 'yes|no',
      does: 'Redis 8.6 only, hidden: whether commands that come across arbitrary keys, such as `SCAN` and `RANDOMKEY`, may delete expired keys they meet inside a script or transaction.',
      change:
        'Leave `yes`; `no` is meant for proxies and replication tools that cannot bear deletions of foreign keys within a transaction.',
      risk: 'With `no` the expired keys are still hidden from the reply, but stay in memory until another access or the expiry cycle removes them.',
      link: CONFIG,
    },
  },
};
