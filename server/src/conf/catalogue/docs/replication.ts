import type { Chapter } from './types';

const MANAGE = 'https://redis.io/docs/latest/operate/oss_and_stack/management';
const REPLICATION = `${MANAGE}/replication/`;
const SENTINEL = `${MANAGE}/sentinel/`;
const VALKEY_REPLICATION = 'https://valkey.io/topics/replication/';

export const replication: Chapter = {
  title: 'Replication',
  directives: {
    'dual-channel-replication-enabled': {
      usage: 'yes|no',
      does: 'Valkey only: during a full synchronisation the snapshot travels on a second connection while new writes flow on the first and wait in the memory of the replica instead of the primary.',
      change:
        'Set `yes` on primary and replicas when full synchronisations of a busy primary fail on its replica output buffer. It needs `repl-diskless-sync yes` on the primary.',
      risk: 'If one side has `no`, the old way is used without a word. The replica needs spare memory for all writes of the transfer: 5 MB/s for 10 minutes are 3 GB.',
      link: VALKEY_REPLICATION,
    },
    masterauth: {
      usage: '<password>',
      does: 'Password with which this server logs in to its primary. Valkey 8.0 and later call it `primaryauth` and still accept this name.',
      change:
        'Set it to the `requirepass` of the group on all members, the present primary included; with `masteruser` it is the password of that ACL user.',
      risk: 'A primary without it cannot come back as a replica after a failover: `master_link_status:down` and `NOAUTH` or `WRONGPASS` in its log, while the group has silently lost its redundancy.',
      link: REPLICATION,
    },
    masteruser: {
      usage: '<user>',
      does: 'ACL user as which the replica logs in to its primary, with the password in `masterauth`. Valkey 8.0 and later call it `primaryuser`.',
      change:
        'Set it when the default user is off or restricted; the user needs `+psync +replconf +ping` and nothing else.',
      risk: 'The user must exist on every node that may become primary. ACL rules are not replicated, so a forgotten `aclfile` shows up only after the failover.',
      link: REPLICATION,
    },
    'min-replicas-max-lag': {
      usage: '<seconds>',
      does: 'A replica counts for `min-replicas-to-write` only if its last acknowledgement is at most this many seconds old. Replicas acknowledge once a second.',
      change:
        '10 bounds the writes lost in a network split to about 10 seconds; go below 5 only on quiet local networks.',
      risk: '0 switches the whole check off. With 1 or 2 a short pause of a replica, such as a fork or a slow disk, stops writes on the primary.',
      link: REPLICATION,
    },
    'min-replicas-to-write': {
      usage: '<replicas>',
      does: 'The primary refuses writes with `NOREPLICAS` while fewer replicas than this are connected and fresh. 0 never refuses.',
      change:
        'Set 1 with two replicas under Sentinel, so that a cut-off old primary stops taking writes that the failover would discard.',
      risk: 'With one replica and 1, every restart of that replica is a write outage. It does not make replication synchronous: a write that was acknowledged can still be lost.',
      link: REPLICATION,
    },
    'propagation-error-behavior': {
      usage: 'ignore|panic|panic-on-replicas',
      does: 'What happens when a command from the primary or from the AOF fails although it worked where it came from, which means that the data differ.',
      change:
        'Leave `ignore` and watch `unexpected_error_replies` in `INFO stats`; use `panic-on-replicas` where a diverged replica is worse than a missing one.',
      risk: 'With `panic` such an error while the AOF is loaded keeps the server from starting. A primary that is newer than its replica produces them with each command that the replica does not know.',
      values: {
        ignore: 'The error is counted and the replica goes on, possibly with different data.',
        panic: 'The process ends with a crash report, on a replica as well as while loading the AOF.',
        'panic-on-replicas': 'The process ends only when the command came over the replication link.',
      },
      link: REPLICATION,
    },
    'repl-backlog-size': {
      usage: '<bytes>',
      does: 'Ring buffer with the latest writes, one for all replicas. A replica that returns while its position is still in it gets only what it missed instead of a whole snapshot.',
      change:
        'Write rate times the longest outage to survive, doubled: 5 MB/s and 60 seconds make `600mb`. Read the rate from the growth of `master_repl_offset`.',
      risk: 'At 1 MB a busy primary overwrites it within a second, so every short network break costs a fork and a full transfer. The memory is taken in addition to the dataset once a replica has connected.',
      link: REPLICATION,
    },
    'repl-backlog-ttl': {
      usage: '<seconds>',
      does: 'Seconds after the last replica left until the primary frees the backlog; 0 keeps it for ever. Replicas never free theirs, because they may be promoted.',
      change: 'Set 0 on groups that always have replicas: the memory is needed again anyway.',
      risk: 'If the only replica is away for longer, for instance during a long host maintenance, it needs a full synchronisation although the backlog would have been large enough.',
      link: REPLICATION,
    },
    'repl-disable-tcp-nodelay': {
      usage: 'yes|no',
      does: 'With `yes` the kernel collects replication data into fuller packets: less bandwidth, up to 40 ms more delay on Linux.',
      change: 'Set `yes` for replicas across a narrow or metered WAN link; `no` everywhere else.',
      risk: 'The delay adds to every `WAIT` and to the amount of writes that a failover loses.',
      link: REPLICATION,
    },
    'repl-diskless-load': {
      usage: 'disabled|on-empty-db|swapdb|flushdb|flush-before-load',
      does: 'How a replica takes the snapshot of a full synchronisation: by way of an RDB file on its disk, or parsed straight from the socket.',
      change:
        '`on-empty-db` speeds up fresh replicas without a drawback; `swapdb` if the replica has RAM for two datasets and must go on answering.',
      risk: 'When old data are flushed first and the transfer breaks, the replica is left empty: fatal if the primary is gone as well. `swapdb` peaks at twice the memory and may meet the OOM killer.',
      values: {
        disabled: 'The snapshot is written to disk completely, then the old data are dropped and the file is loaded.',
        'on-empty-db': 'Parsed from the socket only while the replica holds no keys; otherwise by way of disk.',
        swapdb:
          'Parsed into memory beside the old data, which are swapped at the end and kept if the transfer fails; needs RAM for both.',
        flushdb:
          'Redis 8.6 only: drops the old data, then parses from the socket; a broken transfer leaves the replica empty.',
        'flush-before-load':
          'Valkey 8.1 and later only: drops the old data, then parses from the socket; a broken transfer leaves the replica empty.',
      },
      link: REPLICATION,
    },
    'repl-diskless-sync': {
      usage: 'yes|no',
      does: 'With `yes` the forked child of the primary streams the snapshot to the replicas directly; with `no` it writes an RDB file first, which is then sent.',
      change:
        'Use `yes` with slow or small disks and on primaries without persistence; `no` if the disk is faster than the network and replicas arrive one after the other.',
      risk: 'A replica that comes after the stream has begun must wait for the next one, with another fork. A slow replica keeps the child, and its copy-on-write memory, alive longer.',
      link: REPLICATION,
    },
    'repl-diskless-sync-delay': {
      usage: '<seconds>',
      does: 'Seconds that the primary waits before a diskless transfer so that more replicas can share it; 0 starts at once.',
      change: 'Set 0 with a single replica; keep 5 or more when several replicas reconnect together after a failover.',
      risk: 'Every full synchronisation takes at least that long, and a new cluster needs it to settle. With 0 and three replicas the primary may fork three times in a row.',
      link: REPLICATION,
    },
    'repl-diskless-sync-max-replicas': {
      usage: '<replicas>',
      does: 'Ends the wait of `repl-diskless-sync-delay` early as soon as this many replicas are waiting; 0 always waits the full time.',
      change:
        'Set it to the number of replicas of the primary: the transfer starts when all are there, and the delay covers only the case that one is missing.',
      risk: 'A number that is too low splits one transfer into several, each with its own fork; one that is too high has no effect.',
      link: REPLICATION,
    },
    'repl-mptcp': {
      usage: 'yes|no',
      does: 'Valkey only: this replica connects to its primary with Multipath TCP, so that the link survives the loss of one network path.',
      change: 'Set `yes` on hosts with two independent paths, together with `mptcp yes` on the primary.',
      risk: 'Needs Linux 5.6 or later with `net.mptcp.enabled=1`, else the start is refused. If the primary does not offer it, the link is plain TCP.',
      link: VALKEY_REPLICATION,
    },
    'repl-ping-replica-period': {
      usage: '<seconds>',
      does: 'Interval at which a primary sends `PING` down the replication stream, so that idle replicas see that it is alive.',
      change: 'Lower it only together with `repl-timeout`, to notice a dead link sooner.',
      risk: 'It must stay well below `repl-timeout`: otherwise replicas of an idle primary time out, reconnect and time out again.',
      link: REPLICATION,
    },
    'repl-rdb-channel': {
      usage: 'yes|no',
      does: 'Redis 8 only, hidden from `CONFIG GET *`: sends the snapshot of a full synchronisation on a second connection while new writes flow to the replica and wait there. Valkey has `dual-channel-replication-enabled`.',
      change: 'Set `no` to go back to one connection when a firewall or proxy between the nodes breaks the second one.',
      risk: 'It acts only if both sides support it and the primary has `repl-diskless-sync yes`. The replica holds the waiting writes in memory, up to `replica-full-sync-buffer-limit`.',
      link: REPLICATION,
    },
    'repl-timeout': {
      usage: '<seconds>',
      does: 'Silence after which either side gives up the replication link: no data during the transfer, no `PING` from the primary, no acknowledgement from the replica.',
      change:
        'Raise it to 120 or more if large forks or a slow disk stall a node for long; keep it several times `repl-ping-replica-period`.',
      risk: 'Too low and a full synchronisation of a large dataset is cut off and starts over, for ever. Too high and a dead replica keeps its output buffer on the primary that much longer.',
      link: REPLICATION,
    },
    'replica-announce-ip': {
      usage: '<address>',
      does: 'Address that a replica tells its primary, and thereby Sentinel and `INFO`, instead of the one its connection comes from.',
      change:
        'Set it behind NAT and in containers with mapped ports, to the address that clients and Sentinels can reach.',
      risk: 'A wrong value looks healthy until the failover: Sentinel then sends all clients to an address nobody can reach. Clusters spread `cluster-announce-ip` instead.',
      link: REPLICATION,
    },
    'replica-announce-port': {
      usage: '<port>',
      does: 'Port that a replica tells its primary and Sentinel; 0 means the port it listens on.',
      change: 'Set it with `replica-announce-ip` when a container or NAT publishes the instance on another port.',
      risk: 'If the mapping changes, for example with random Docker ports, the value is stale: Sentinel counts the replica as down and a failover to it fails.',
      link: REPLICATION,
    },
    'replica-announced': {
      usage: 'yes|no',
      does: 'With `no`, Sentinel does not list this replica to clients that ask for replicas.',
      change: 'Use `no` for replicas that serve backups or reports only, so that read traffic keeps away.',
      risk: 'It does not prevent promotion: add `replica-priority 0`, or Sentinel may still make the hidden machine the primary.',
      link: SENTINEL,
    },
    'replica-full-sync-buffer-limit': {
      usage: '<bytes>',
      does: 'Redis 8 only: how many bytes of new writes a replica collects while the snapshot arrives on the second connection. 0 takes the hard limit for replicas from its `client-output-buffer-limit`.',
      change:
        'Write rate times duration of the synchronisation: 5 MB/s over 5 minutes want `1500mb`, if the replica has that much RAM to spare.',
      risk: 'When it is full the replica stops reading and the data pile up on the primary, where the output buffer limit for replicas can end the synchronisation.',
      link: REPLICATION,
    },
    'replica-ignore-disk-write-errors': {
      usage: 'yes|no',
      does: 'What a replica does if it cannot persist a write of its primary, for instance with a full disk: with `no` the process ends, with `yes` it logs a warning and goes on.',
      change: 'Use `yes` for replicas whose disk copy nobody needs, where serving reads matters more.',
      risk: 'With `no` one full disk takes the replica down, repeatedly under `Restart=always`. With `yes` a restart brings back old data without any alarm but the log line.',
      link: REPLICATION,
    },
    'replica-ignore-maxmemory': {
      usage: 'yes|no',
      does: 'With `yes` a replica evicts nothing by itself and only follows the deletions that the primary sends, so both hold the same keys.',
      change: 'Leave `yes`. Use `no` only on a writable replica with data of its own.',
      risk: 'A replica can exceed `maxmemory`, by its larger buffers and other fragmentation: leave 10 to 20 % of RAM free. With `no` it drops keys that the primary still has.',
      link: REPLICATION,
    },
    'replica-lazy-flush': {
      usage: 'yes|no',
      does: 'Whether a replica frees its old data in a background thread before it loads a new snapshot, rather than in the main thread.',
      change:
        'Use `yes` for datasets above some gigabytes: emptying tens of millions of keys in the main thread takes many seconds without an answer.',
      risk: 'Old and new data overlap while the thread works, so the peak is higher; a container with a tight memory limit may be killed in the middle of the load.',
      link: REPLICATION,
    },
    'replica-priority': {
      usage: '<priority>',
      does: 'Rank for the promotion by Sentinel: the lowest number is tried first, equal ones by replication offset, and 0 is never promoted.',
      change: 'Give replicas in the same data centre 10, remote ones 100, and those for backups or reports 0.',
      risk: 'If all replicas have 0, no failover happens and the primary stays away. It has no meaning in a cluster, where `cluster-replica-no-failover` does this.',
      link: SENTINEL,
    },
    'replica-read-only': {
      usage: 'yes|no',
      does: 'Replicas refuse writes of clients with `READONLY`. Administrative commands such as `CONFIG` or `DEBUG` stay allowed.',
      change:
        'Leave `yes`; use `no` for the hours of a switch-over at most, in which clients already write to the future primary.',
      risk: 'Writes to a replica never reach the primary, vanish at the next full synchronisation, and make both differ until then.',
      link: REPLICATION,
    },
    'replica-serve-stale-data': {
      usage: 'yes|no',
      does: 'Whether a replica without a link to its primary, or in the middle of the first synchronisation, answers reads from what it has. With `no` it answers `MASTERDOWN`, but still `INFO`, `CONFIG`, `REPLICAOF` and the like.',
      change: 'Use `no` where an old answer does harm, such as sessions or stock levels.',
      risk: 'With `yes` a replica that is cut off serves data hours old, or nothing at all if it was just created. With `no` a failed primary takes all read traffic down too, and from 7.0 on health checks by `PING`.',
      link: REPLICATION,
    },
    replicaof: {
      usage: '<host> <port>',
      does: 'Makes this server a replica of the given primary: all its own data are replaced by those of the primary. From 6.0 on `replicaof no one` says explicitly that it is a primary.',
      change:
        'Write it for the first start only. Under Sentinel the servers rewrite this line at each failover, so never push an old copy of the file back.',
      risk: 'Pointed at an empty or restarted primary without persistence, it wipes the replica. Refused with `cluster-enabled yes`. With `tls-replication yes` the port must be the TLS port.',
      args: [
        'Host name or address of the primary as this host reaches it; a name is looked up at each connect.',
        'Its `port`, or its `tls-port` with `tls-replication yes`.',
      ],
      link: REPLICATION,
    },
  },
};
