import type { Chapter } from './types';

const scaling = 'https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/';
const specification = 'https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/';
const slotMigration = 'https://redis.io/docs/latest/commands/cluster-migration/';
const slotStats = 'https://redis.io/docs/latest/commands/cluster-slot-stats/';
const valkeyConf = 'https://valkey.io/topics/valkey.conf';
const valkeyTutorial = 'https://valkey.io/topics/cluster-tutorial/';
const valkeySpecification = 'https://valkey.io/topics/cluster-spec/';
const valkeySlotMigration = 'https://valkey.io/topics/atomic-slot-migration/';

export const cluster: Chapter = {
  title: 'Cluster',
  directives: {
    'availability-zone': {
      usage: '<name>',
      does: 'Valkey only. A free text that names the zone of this server. Clients read it from `INFO server`, since 8.1 also from `HELLO`, to prefer a replica nearby; 9.1 adds it to `CLUSTER SHARDS` and `CLUSTER SLOTS`.',
      change:
        'Set it to the zone name of the cloud provider, such as `eu-west-1b`, from the provisioning of each host.',
      risk: 'The server places and promotes nothing by it. A wrong name sends the reads of a whole zone across the border, which costs about 1 ms each and transfer fees.',
      link: valkeyConf,
    },
    'cluster-allow-pubsubshard-when-down': {
      usage: 'yes|no',
      does: 'With `yes` a node goes on serving sharded Pub/Sub (`SPUBLISH`, `SSUBSCRIBE`) for slots that it believes to own while the cluster state is `fail`.',
      change: 'Use `no` when a message must never be taken by a node that was cut off and may have lost its slots.',
      risk: 'With `yes` both sides of a network split can accept messages of one channel and subscribers see only one side. Ordinary `PUBLISH` is not affected.',
      link: scaling,
    },
    'cluster-allow-reads-when-down': {
      usage: 'yes|no',
      does: 'With `yes` a node goes on answering reads for its slots while the cluster state is `fail`; writes still get `CLUSTERDOWN`.',
      change:
        'Use `yes` for caches, and for clusters of one or two shards, where the loss of a primary otherwise stops reads too.',
      risk: 'A node that was cut off serves old data for as long as the split lasts, even when its slots have long been taken over elsewhere.',
      link: scaling,
    },
    'cluster-allow-replica-migration': {
      usage: 'yes|no',
      does: 'With `yes` a spare replica moves to a primary that has none, and a primary that lost its last slot becomes a replica of the one that took it. `no` stops both.',
      change: 'Use `no` when placement over hosts or zones is planned by hand or by an operator.',
      risk: 'Migration ignores hosts: a replica may end up on the host of its new primary. With `no` a primary that was emptied by resharding stays as an empty primary.',
      link: specification,
    },
    'cluster-announce-bus-port': {
      usage: '<port>',
      does: 'Cluster bus port that this node tells others to use, for port mappings; 0 means the real one, normally data port + 10000.',
      change: 'Set it together with `cluster-announce-ip` and `cluster-announce-port` in containers with mapped ports.',
      risk: 'With a wrong port clients still connect, but the nodes cannot reach this one: it is marked `fail` after `cluster-node-timeout` and its replica takes over.',
      link: scaling,
    },
    'cluster-announce-client-ipv4': {
      usage: '<address>',
      does: 'Valkey only. IPv4 address that clients get in redirects and `CLUSTER SLOTS`, while the nodes themselves use `cluster-announce-ip`. Clients that connected over IPv6 do not get it.',
      change: 'Set it where clients come through NAT or another network than the cluster bus.',
      risk: 'If it is set on some nodes only, clients are sent to addresses from two networks and some redirects time out.',
      link: valkeyTutorial,
    },
    'cluster-announce-client-ipv6': {
      usage: '<address>',
      does: 'Valkey only. IPv6 address that clients connected over IPv6 get in redirects and `CLUSTER SLOTS`, while the nodes themselves use `cluster-announce-ip`.',
      change: 'Set it in dual-stack networks, next to `cluster-announce-client-ipv4`.',
      risk: 'If it is missing on one node, IPv6 clients get the address of the cluster bus for that node, which may be IPv4 or not routable for them.',
      link: valkeyTutorial,
    },
    'cluster-announce-client-port': {
      usage: '<port>',
      does: 'Valkey only. Port that clients get in redirects and `CLUSTER SLOTS`, while other nodes keep using `cluster-announce-port`; 0 means the same port for both.',
      change:
        'Set it where a mapping or a load balancer gives clients another port than the nodes have among each other.',
      risk: 'Clients that fetch the topology are sent to this port at once. If the mapping is not there, every redirect ends in a connection error although the cluster is healthy.',
      link: valkeyConf,
    },
    'cluster-announce-client-tls-port': {
      usage: '<port>',
      does: 'Valkey only. TLS port that clients get in redirects and `CLUSTER SLOTS`, while other nodes keep using `cluster-announce-tls-port`; 0 means the same port for both.',
      change: 'Set it where clients reach TLS through a mapped port.',
      risk: 'Clients that fetch the topology are sent to this port at once. If the mapping is not there, every redirect ends in a connection error although the cluster is healthy.',
      link: valkeyConf,
    },
    'cluster-announce-hostname': {
      usage: '<host-name>',
      does: 'Host name of this node, spread over the cluster bus and shown as extra data in `CLUSTER SLOTS`. An empty string withdraws it.',
      change:
        'Set it for TLS with names in certificates or behind DNS, then switch `cluster-preferred-endpoint-type` to `hostname`.',
      risk: 'Alone it does not change what clients connect to. With `hostname` preferred, a node without a name is handed out as `?` and clients cannot follow.',
      link: scaling,
    },
    'cluster-announce-human-nodename': {
      usage: '<name>',
      does: 'Readable name that is written next to the 40-digit node id in log lines about this node, also in the logs of the others.',
      change: 'Set host and port, for example `redis-2_7001`, so that "failure reported" lines can be read at night.',
      risk: 'Since Redis 8.6 and Valkey 9.1 blanks, commas, equal signs and quotes are refused too, so a name that was fine before can stop the start. It has no effect on routing.',
      link: scaling,
    },
    'cluster-announce-ip': {
      usage: '<address>',
      does: 'Address that this node gives to the other nodes and, unless something else is announced, to clients. Without it the address is detected from the connections of the other nodes.',
      change: 'Set it in containers, behind NAT and on hosts with several networks.',
      risk: 'A wrong address makes the node unreachable and it fails over. Redis 8.6 accepts IP addresses only, so a host name here stops its start; use `cluster-announce-hostname`.',
      link: scaling,
    },
    'cluster-announce-port': {
      usage: '<port>',
      does: 'Data port that this node gives to nodes and clients; 0 means the real `port`. With `tls-cluster yes` and no `cluster-announce-tls-port` it stands for the TLS port.',
      change: 'Set it when a container publishes the port under another number.',
      risk: 'The announced bus port does not follow from it: set `cluster-announce-bus-port` too, or others look for the bus at the unmapped port.',
      link: scaling,
    },
    'cluster-announce-tls-port': {
      usage: '<port>',
      does: 'TLS port that this node announces; 0 means the real `tls-port`. It has an effect only with `tls-cluster yes`.',
      change: 'Set it when the TLS port is mapped; put the plain port, or 0, into `cluster-announce-port`.',
      risk: 'With `tls-cluster no` it is ignored without a message and TLS clients are redirected to the real port.',
      link: scaling,
    },
    'cluster-blacklist-ttl': {
      usage: '<seconds>',
      does: 'Valkey only. How long a node refuses to learn an id again after `CLUSTER FORGET`, so that gossip from nodes that still know it does not bring it back. Redis uses a fixed 60 seconds.',
      change: 'Raise to 300 when removing a node from a cluster of hundreds of nodes takes longer than a minute.',
      risk: 'If it is too short, forgotten nodes reappear. For as long as it lasts, the same node cannot be added again.',
      link: valkeyConf,
    },
    'cluster-compatibility-sample-ratio': {
      usage: '<percent>',
      does: 'Redis only. Checks this share of commands for things that would fail in a cluster, such as keys in several slots or another database than 0, and counts them in `cluster_incompatible_ops` of `INFO stats`. 0 checks nothing.',
      change: 'Set 100 on a test system, or 1 to 10 in production, before moving a standalone server to a cluster.',
      risk: 'At 100 every command pays for slot calculation. A count of 0 from a small sample does not prove that rare commands are clean.',
      link: 'https://redis.io/docs/latest/commands/info/',
    },
    'cluster-config-file': {
      usage: '<path>',
      does: 'File in which the node itself keeps its id, the known nodes, slots and epochs; relative to `dir`. It is locked while the node runs.',
      change: 'Give each instance its own name, such as `nodes-7000.conf`, or its own `dir`.',
      risk: 'Never edit or share it: a second instance with the same file does not start. If it is deleted, the node returns with a new id and no slots, and the old id stays in the cluster as failed. Directory and file must be writable.',
      link: scaling,
    },
    'cluster-config-save-behavior': {
      usage: 'sync|best-effort',
      does: 'Valkey only. Says what a node does when it cannot write its `cluster-config-file`.',
      change: 'Use `best-effort` where a full or read-only disk must not take nodes out of a cache cluster.',
      risk: 'With `sync` one full disk shared by several instances ends all of them at the next topology change. With `best-effort` a restart uses an outdated view and may vote or claim slots by old epochs.',
      values: {
        sync: 'A failed save ends the process, so the file on disk is never behind what the node has promised.',
        'best-effort': 'A failed save is logged and the node goes on with the state in memory.',
      },
      link: valkeyConf,
    },
    'cluster-databases': {
      usage: '<count>',
      does: 'Valkey only. Number of databases in cluster mode, where `databases` has no effect. Older Valkey and all Redis versions offer database 0 only.',
      change: 'Raise to 16 when applications that use `SELECT` move to a cluster.',
      risk: 'All nodes need the same number, or keys in the higher databases have nowhere to go when their slot moves. Many client libraries refuse `SELECT` in cluster mode.',
      link: valkeyTutorial,
    },
    'cluster-enabled': {
      usage: 'yes|no',
      does: 'Starts the instance as a cluster node: it serves only the slots assigned to it and opens the bus on data port + 10000 (or `cluster-port`).',
      change: 'Set `yes` on every node before the cluster is created; a cluster needs at least 3 primaries.',
      risk: 'Commands with keys of several slots fail, and `replicaof` in the file stops the start. Ports above 55535 are refused unless `cluster-port` is set. Firewalls must open both ports among all nodes.',
      link: scaling,
    },
    'cluster-link-sendbuf-limit': {
      usage: '<bytes>',
      does: 'Cuts the bus connection to a node when the data waiting for it exceeds this size; 0 means no limit.',
      change:
        'Set 1gb when `mem_cluster_links` in `INFO memory` keeps growing, as with heavy `PUBLISH` and a slow peer.',
      risk: 'Below the largest message, links break again and again, messages are lost and healthy nodes look failed. With 0 one slow node can use up the memory of all others.',
      link: scaling,
    },
    'cluster-manual-failover-timeout': {
      usage: '<milliseconds>',
      does: 'Valkey only. Time a `CLUSTER FAILOVER` may take, during which the primary holds back writes until its replica has caught up. Redis uses a fixed 5000.',
      change: 'Raise to 10000 for primaries with a write load whose replicas lag; lower to 2000 to shorten the pause.',
      risk: 'Clients wait for writes as long as the attempt runs, and twice as long in bad cases. Too short a time ends in `Manual failover timed out` in the log of the replica.',
      link: 'https://valkey.io/commands/cluster-failover/',
    },
    'cluster-message-gossip-perc': {
      usage: '<percent>',
      does: 'Valkey only, hidden. Share of the known nodes about which each bus message carries news, at least 3 nodes; nodes suspected of failure are always included.',
      change: 'Leave it at 10. It exists for experiments with clusters of hundreds of nodes.',
      risk: 'Lower values save bus traffic and slow down the agreement that a node has failed, so failover starts later. At 100 in a cluster of 500 nodes each message grows to about 50 KB.',
      link: valkeySpecification,
    },
    'cluster-migration-barrier': {
      usage: '<replicas>',
      does: 'A replica moves to a primary without replicas only if its own primary keeps at least this many others.',
      change: 'Set 2 in clusters with three replicas for each primary, so that two always stay.',
      risk: '0 lets a primary give away its last replica; it is meant for tests. With one replica for each primary nothing ever migrates, whatever the value.',
      link: specification,
    },
    'cluster-node-timeout': {
      usage: '<milliseconds>',
      does: 'A node that does not answer for this long is suspected, and failed when most primaries agree; a replica takes over about 1 to 2 seconds later. A primary that loses the majority stops serving after the same time.',
      change: '5000 on a stable local network; the default of 15000 across sites or on busy virtual machines.',
      risk: 'Below the longest pause of a host (fork of a big process, virtual machine move, script) it causes failovers without a fault. All nodes need the same value. Since 6.0 even 0 is accepted, which leaves no time to answer.',
      link: scaling,
    },
    'cluster-ping-interval': {
      usage: '<milliseconds>',
      does: 'Hidden. Longest time without contact after which a node is pinged on the bus; 0 means half of `cluster-node-timeout`.',
      change: 'Leave it at 0; it exists for tests.',
      risk: 'A value near `cluster-node-timeout` or above delays the moment at which a dead node is noticed. 100 in a cluster of 100 nodes means about 1000 pings a second sent by each node.',
      link: specification,
    },
    'cluster-port': {
      usage: '<port>',
      does: 'Port of the cluster bus; 0 means data port + 10000.',
      change: 'Set it when the data port is above 55535 or when the firewall offers no range 10000 higher.',
      risk: '`CLUSTER MEET` must then be given the bus port as third argument, or the nodes never find each other. With the same number as `port` the server does not start; firewalls must open it among all nodes.',
      link: scaling,
    },
    'cluster-preferred-endpoint-type': {
      usage: 'ip|hostname|unknown-endpoint',
      does: 'Says which address of a node clients get in `MOVED`, `ASK` and `CLUSTER SLOTS`.',
      change:
        'Use `hostname` with TLS certificates that carry names, after `cluster-announce-hostname` is set on every node.',
      risk: 'Clients must be able to resolve the names. A change on a live cluster reaches clients at their next topology refresh, so both kinds of address must work in between.',
      values: {
        ip: 'Clients get the announced or detected IP address.',
        hostname: 'Clients get `cluster-announce-hostname`, or `?` for a node that has none.',
        'unknown-endpoint':
          'Clients get no address and reuse the one they are connected to, with the port from the reply; for setups behind one proxy address.',
      },
      link: scaling,
    },
    'cluster-replica-no-failover': {
      usage: 'yes|no',
      does: 'With `yes` this replica never starts a failover by itself; `CLUSTER FAILOVER` by hand still works. Redis 5.0.0 knows it only misspelt, as `cluster-replica-no-failiver`, or as `cluster-slave-no-failover`.',
      change: 'Use `yes` for replicas in a second data centre that should lead only on command.',
      risk: 'If all replicas of a shard have it, the loss of their primary leaves its slots unserved until somebody acts.',
      link: scaling,
    },
    'cluster-replica-validity-factor': {
      usage: '<factor>',
      does: 'A replica that has been out of contact with its primary longer than factor x `cluster-node-timeout` + `repl-ping-replica-period` does not try to take over; 0 removes the limit.',
      change: 'Use 0 when availability counts more than the newest writes; otherwise keep 10.',
      risk: 'With 5000 ms and factor 10 a replica that was away for over a minute stays out: if it is the only one, the shard stays down. With 0 a replica with hours-old data can become primary.',
      link: specification,
    },
    'cluster-require-full-coverage': {
      usage: 'yes|no',
      does: 'With `yes` all nodes refuse commands with `CLUSTERDOWN` as soon as one of the 16384 slots has no working owner. With `no` the covered slots go on.',
      change: 'Use `no` for caches and session stores, where two thirds of the keys are better than none.',
      risk: 'With `yes` the loss of one shard stops the whole application. With `no` the application sees errors for some keys only and must cope; without a majority of primaries everything stops in both cases.',
      link: scaling,
    },
    'cluster-slot-migration-handoff-max-lag-bytes': {
      usage: '<bytes>',
      does: 'Redis only. In a `CLUSTER MIGRATION` the source pauses writes and hands over the slots when the data not yet applied by the destination is below this size.',
      change: 'Raise to 10mb when migrations under heavy writes never reach the handover.',
      risk: 'The larger it is, the longer the write pause: 10 MB over a 1 Gbit/s link take about 0.1 s plus the time to apply them. At 0 a busy source may never finish.',
      link: slotMigration,
    },
    'cluster-slot-migration-log-max-len': {
      usage: '<entries>',
      does: 'Valkey only. Number of finished slot migrations that `CLUSTER GETSLOTMIGRATIONS` still lists.',
      change: 'Raise above 1000 when a large resharding should be reviewed afterwards.',
      risk: 'With 0 the result of a migration cannot be read once it has ended, and scripts that poll for it never see success or failure.',
      link: valkeySlotMigration,
    },
    'cluster-slot-migration-max-archived-tasks': {
      usage: '<entries>',
      does: 'Redis only, hidden. Number of finished tasks that `CLUSTER MIGRATION STATUS` still lists.',
      change: 'Raise above 32 when a tool runs many imports and collects their results later.',
      risk: 'If it is smaller than the number of tasks between two polls, results vanish before the tool has read them.',
      link: slotMigration,
    },
    'cluster-slot-migration-sync-buffer-drain-timeout': {
      usage: '<milliseconds>',
      does: 'Redis only, hidden. How long the destination of a `CLUSTER MIGRATION` may need to work off the changes that came in during the snapshot; twice the time of the snapshot counts if that is longer.',
      change: 'Raise above 60000 when migrations fail with a drain timeout under constant writes.',
      risk: 'A longer time keeps a hopeless migration alive and its buffer in memory. A shorter one fails migrations that would have ended.',
      link: slotMigration,
    },
    'cluster-slot-migration-write-pause-timeout': {
      usage: '<milliseconds>',
      does: 'Redis only. Longest time the source holds back writes at the handover of a `CLUSTER MIGRATION`; after that it treats the attempt as failed and serves writes again.',
      change: 'Lower to 2000 when clients time out before 10 seconds.',
      risk: 'Writes to the source wait for up to this time when the destination hangs. If it is shorter than `cluster-node-timeout` and the news of the takeover is late, both nodes can accept writes for a moment.',
      link: slotMigration,
    },
    'cluster-slot-stats-enabled': {
      usage: 'yes|no',
      does: 'Collects CPU time and network bytes for each slot, shown by `CLUSTER SLOT-STATS`; key counts are always there. Redis (8.6) also takes a list of kinds instead of `yes`; Valkey knows `yes` and `no` only.',
      change: 'Turn it on while you look for hot slots before a rebalance.',
      risk: 'Costs a few percent of throughput on small commands. `mem` counts only if it is on at start: `CONFIG SET` cannot add it later, only remove it.',
      values: {
        no: 'Only the number of keys is counted.',
        yes: 'All kinds are collected: on Redis `cpu`, `net` and `mem`; on Valkey CPU time and network bytes.',
        cpu: 'Redis only: microseconds of command execution for each slot.',
        net: 'Redis only: bytes in and out for each slot.',
        mem: 'Redis only: bytes of memory for each slot; works only when set at start.',
      },
      args: ['`yes`, `no`, or on Redis one or more of `cpu`, `net` and `mem`.'],
      link: slotStats,
    },
    'slot-migration-max-failover-repl-bytes': {
      usage: '<bytes>',
      does: 'Valkey only. In `CLUSTER MIGRATESLOTS` the source pauses writes for the handover when at most this much data is still on its way to the target; 0 waits until nothing is, -1 does not wait at all.',
      change: 'Set 1mb to 10mb when a migration under constant writes never reaches the pause.',
      risk: 'Writes stay paused until the rest is sent and applied. With -1 that rest has no bound, and the pause can run into its time limit and fail the migration.',
      link: valkeySlotMigration,
    },
  },
};
