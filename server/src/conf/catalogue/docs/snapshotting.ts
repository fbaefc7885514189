import type { Chapter } from './types';

const MANAGE = 'https://redis.io/docs/latest/operate/oss_and_stack/management';
const PERSISTENCE = `${MANAGE}/persistence/`;
const REPLICATION = `${MANAGE}/replication/`;
const CONFIG = `${MANAGE}/config/`;

export const snapshotting: Chapter = {
  title: 'Snapshotting',
  directives: {
    dbfilename: {
      usage: '<file-name>',
      does: 'Name of the RDB file in `dir`, read at the start and replaced by each save; it may not contain a slash. Each save writes `temp-<pid>.rdb` beside it and renames that.',
      change: 'Give instances that share a directory different names; better still, give each its own `dir`.',
      risk: 'Two instances with the same `dir` and name overwrite each other, and the next restart loads the data of the neighbour. A new name means an empty server at the next start, without an error.',
      link: PERSISTENCE,
    },
    dir: {
      usage: '<directory>',
      does: 'Working directory, entered as soon as the line is read: RDB, AOF, the cluster node file and every relative path further down in the file are relative to it.',
      change:
        'Use one directory for each instance, on a disk with room for two RDB files and, with AOF, for base plus rewrite. Under the Debian unit it must lie below `/var/lib/redis`.',
      risk: 'A missing directory or one without permission stops the start. A relative path depends on where the service was started; moved without the files, the server starts empty.',
      link: PERSISTENCE,
    },
    'rdb-del-sync-files': {
      usage: 'yes|no',
      does: 'Deletes RDB files that exist only because of a synchronisation, on primary and replica. It acts only if both RDB and AOF persistence are off.',
      change:
        'Use `yes` where rules forbid data on disk; add `repl-diskless-sync yes` and `repl-diskless-load` so that they are not written in the first place.',
      risk: 'With persistence on it does nothing, without a hint. Until the synchronisation ends the file still lies there in clear.',
      link: REPLICATION,
    },
    'rdb-key-save-delay': {
      usage: '<microseconds>',
      does: 'Test aid: the saving child sleeps this many microseconds after each key. From 6.2 on a negative value -N sleeps 1 microsecond for every N keys on average.',
      change: 'Use it in tests to stretch a save, for example to watch copy-on-write memory; never in production.',
      risk: '100 turns the save of 10 million keys into more than 16 minutes, with copy-on-write memory growing all the while.',
      link: CONFIG,
    },
    'rdb-save-incremental-fsync': {
      usage: 'yes|no',
      does: 'Forces written RDB data to disk in portions, every 32 MB up to 6.2 and every 4 MB later, instead of all at the end.',
      change: 'Leave `yes`.',
      risk: 'With `no` the kernel may flush gigabytes at once at the end of a save: writes of the AOF and of neighbours on the same disk wait for seconds, and `aof_delayed_fsync` counts up.',
      link: PERSISTENCE,
    },
    'rdb-version-check': {
      usage: 'strict|relaxed',
      does: 'Valkey only: whether an RDB with an unknown version, from a newer Valkey or from Redis 7.4 and later (versions 12 to 79), is refused or tried.',
      change: 'Use `relaxed` for a one-time move from Redis 7.4 or later, and go back to `strict`.',
      risk: 'With `relaxed` loading ends at the first type or field that Valkey does not know, such as hash field expiry of Redis 7.4, and the server does not start. Try it on a copy.',
      values: {
        strict: 'Only versions that this Valkey knows are loaded; others are a fatal error.',
        relaxed: 'Any version is tried, and loading fails only at content that is really unknown.',
      },
      link: 'https://valkey.io/topics/migration/',
    },
    rdbchecksum: {
      usage: 'yes|no',
      does: 'Puts a CRC64 at the end of each RDB file and checks it when loading. It costs about 10 % of the time of saving and loading.',
      change:
        'Leave `yes`; use `no` only if the file system guards against bit errors itself and every second of start time counts.',
      risk: 'Files written with `no` are loaded without a check for ever, whatever the setting then is: a damaged copy is noticed late, as a crash, or not at all.',
      link: PERSISTENCE,
    },
    rdbcompression: {
      usage: 'yes|no',
      does: 'Compresses strings of more than 20 bytes in RDB files and synchronisations with LZF.',
      change:
        'Use `no` if values are already compressed or encrypted, or if the save child keeps a core busy for too long.',
      risk: 'With `no` files of JSON or HTML sessions get two to four times as large, and so do disk space, backups and the traffic of a full synchronisation.',
      link: PERSISTENCE,
    },
    'sanitize-dump-payload': {
      usage: 'no|yes|clients',
      does: 'Whether the inner structure of values from RDB files and `RESTORE` is checked element by element. Valkey 9.1 ignores the line.',
      change: '`clients` if users may run `RESTORE`; exempt migration tools with the ACL rule `skip-sanitize-payload`.',
      risk: 'With `no` a crafted `RESTORE` payload can crash the server later, when the key is read. `yes` makes loading, full synchronisation and cluster resharding slower.',
      values: {
        no: 'Only the outer format and the checksum are checked.',
        yes: 'Everything is checked: RDB files at the start, synchronisations and `RESTORE`.',
        clients:
          'Only `RESTORE` by clients is checked; RDB files, the replication link and users with `skip-sanitize-payload` are not.',
      },
      link: CONFIG,
    },
    save: {
      usage: '<seconds> <changes> [<seconds> <changes> ...]',
      does: 'Starts a background save this many seconds after the last one if at least so many changes were made. `save ""` removes all conditions; up to 6.2 only one pair per line counts.',
      change:
        '`save ""` for pure caches and where replicas do the saving; `save 3600 1 300 100` where some minutes of loss are fine; AOF where they are not.',
      risk: 'Each save forks: a primary with 24 GB copies a 48 MB page table, stands still for about 10 ms per GB on current VMs, and needs up to twice the memory under heavy writes. Without a `save` line 5.0 and 6.0 never save; 6.2 and later do.',
      args: [
        'Seconds since the last successful save.',
        'Least number of changes in that time; more pairs may follow from 7.0 on.',
      ],
      link: PERSISTENCE,
    },
    'stop-writes-on-bgsave-error': {
      usage: 'yes|no',
      does: 'While the last background save has failed and `save` conditions exist, the server refuses writes with `MISCONF`, and `PING` too. The next successful save ends this by itself.',
      change:
        'Leave `yes` for data that must survive; use `no` for caches, together with an alarm on `rdb_last_bgsave_status`.',
      risk: 'With `yes` a full disk or a fork without memory (`vm.overcommit_memory=0`) becomes a write outage within minutes. With `no` nobody notices that the last usable snapshot is weeks old.',
      link: PERSISTENCE,
    },
    'key-load-delay': {
      usage: '<microseconds>',
      does: 'Test aid: sleeps this many microseconds after each key while an RDB or AOF is loaded. From 6.2 on a negative value -N sleeps 1 microsecond for every N keys on average.',
      change: 'Use it in tests that need a server in the state `LOADING`; never in production.',
      risk: 'With 100 a restart with 10 million keys takes more than 16 minutes longer, and the watchdogs of systemd or Kubernetes kill it on the way.',
      link: CONFIG,
    },
    'loading-process-events-interval-bytes': {
      usage: '<bytes>',
      does: 'Hidden: how many bytes of RDB or AOF are loaded between two looks at the sockets, at which `INFO` is answered and other commands get `LOADING`. It takes plain bytes: `2097152`, not `2mb`.',
      change: 'Lower it if health checks time out while large values are loaded.',
      risk: 'A very small value makes loading slower, a very large one makes the server look dead to Sentinel and probes during the load.',
      link: CONFIG,
    },
  },
};
