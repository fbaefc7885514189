import type { Chapter } from './types';

const latency = 'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/';
const latencyMonitor = 'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency-monitor/';
const slowlog = 'https://redis.io/docs/latest/commands/slowlog-get/';
const commandlog = 'https://valkey.io/commands/commandlog-get/';

export const slowLogAndLatency: Chapter = {
  title: 'Slow log, latency and events',
  directives: {
    'busy-reply-threshold': {
      usage: '<milliseconds>',
      does: 'After a script, function or module command has run this long, other clients get `BUSY` errors and may send `SCRIPT KILL`, `FUNCTION KILL` or `SHUTDOWN NOSAVE`. Nothing is stopped by itself. Up to 6.2 only the alias `lua-time-limit` exists.',
      change: 'Lower to 1000 where users should get an error instead of a frozen page; 0 disables it.',
      risk: 'With 0 a runaway script blocks everyone and only a kill of the process helps. A script that has already written cannot be killed by `SCRIPT KILL`.',
      link: latency,
    },
    'commandlog-large-reply-max-len': {
      usage: '<entries>',
      does: 'Valkey only. Number of entries kept in the log of large replies; the oldest is dropped. Read it with `COMMANDLOG GET <count> large-reply`.',
      change: 'Raise to 1000 while you hunt for clients that fetch whole collections.',
      risk: 'Each entry stores up to 32 arguments of up to 128 bytes, so 1000 entries can cost about 4 MB. 0 keeps nothing.',
      link: commandlog,
    },
    'commandlog-large-request-max-len': {
      usage: '<entries>',
      does: 'Valkey only. Number of entries kept in the log of large requests; the oldest is dropped. Read it with `COMMANDLOG GET <count> large-request`.',
      change: 'Raise to 1000 while you look for clients that write oversized values.',
      risk: 'Each entry stores up to 32 arguments of up to 128 bytes, so 1000 entries can cost about 4 MB. 0 keeps nothing.',
      link: commandlog,
    },
    'commandlog-reply-larger-than': {
      usage: '<bytes>',
      does: 'Valkey only. Commands whose reply exceeds this size go to the large-reply log; 0 logs all of them, -1 none.',
      change: 'Set 102400 to find replies above 100 KB that fill output buffers and networks.',
      risk: '0 records every command and pushes the interesting ones out within milliseconds. Logged arguments can hold personal data that any user with `COMMANDLOG GET` can read.',
      link: commandlog,
    },
    'commandlog-request-larger-than': {
      usage: '<bytes>',
      does: 'Valkey only. Commands whose request, all arguments together, exceeds this size go to the large-request log; 0 logs all of them, -1 none.',
      change: 'Set 102400 to find writers of values above 100 KB.',
      risk: '0 records every command and pushes the interesting ones out within milliseconds. Logged arguments can hold personal data that any user with `COMMANDLOG GET` can read.',
      link: commandlog,
    },
    'hide-user-data-from-log': {
      usage: 'yes|no',
      does: 'With `yes` keys, values, client names and user names are left out of crash reports and error lines in the log. Redis ships with `no`, Valkey with `yes`.',
      change: 'Set `yes` on Redis where logs go to a central system or to a vendor.',
      risk: 'With `no` a crash report can carry sessions or personal data to everyone who reads logs. With `yes` the cause of a crash is harder to see, and Redis 8.6 also masks the names of unknown directives at a failed start.',
      link: 'https://redis.io/docs/latest/operate/oss_and_stack/management/debugging/',
    },
    'latency-monitor-threshold': {
      usage: '<milliseconds>',
      does: 'Events that block the server at least this long (commands, fork, `fsync`, expiry, eviction) are recorded for `LATENCY LATEST`, `LATENCY HISTORY` and `LATENCY DOCTOR`; 160 samples for each kind. 0 switches the monitor off.',
      change: 'Set 100 in production, or 10 for systems that promise single-digit milliseconds.',
      risk: 'At the default of 0 nothing is known after an incident. A threshold of 1 fills the 160 samples with ordinary noise.',
      link: latencyMonitor,
    },
    'latency-tracking': {
      usage: 'yes|no',
      does: 'Keeps a latency histogram for each command, shown by `INFO latencystats` and `LATENCY HISTOGRAM`.',
      change: 'Leave it on: it is the cheapest source of percentiles for each command.',
      risk: 'Costs some tens of kilobytes for each command in use and a few nanoseconds a call. It measures execution only: queueing and network time are missing, so clients see higher numbers.',
      link: latencyMonitor,
    },
    'latency-tracking-info-percentiles': {
      usage: '<percentile> [<percentile> ...]',
      does: 'Percentiles that `INFO latencystats` prints for each command, as numbers from 0 to 100, decimals allowed; an empty string prints none.',
      change: 'Use `50 95 99 99.9` if your dashboards show those.',
      risk: 'Each percentile lengthens `INFO` for every command in use, which matters when a collector reads it every second. The data is kept either way; `CONFIG RESETSTAT` starts it afresh.',
      args: [
        'A percentile between 0 and 100, such as `99.9`; repeat it for more, in one line, because a later line replaces an earlier one.',
      ],
      link: latencyMonitor,
    },
    'slowlog-log-slower-than': {
      usage: '<microseconds>',
      does: 'Commands that execute longer than this are put into the slow log; 0 logs all, a negative number none. Waiting and network time do not count. Valkey 8.1 and later call it `commandlog-execution-slower-than` and keep this name.',
      change: 'Lower to 1000 (1 ms) when looking for the cause of latency; 10000 is a good standing value.',
      risk: 'Written in microseconds: 10 means one hundredth of a millisecond and floods the log. Arguments are stored in clear text and may hold personal data.',
      link: slowlog,
    },
    'slowlog-max-len': {
      usage: '<entries>',
      does: 'Number of slow log entries kept in memory; the oldest is dropped. Valkey 8.1 and later call it `commandlog-slow-execution-max-len` and keep this name.',
      change: 'Raise to 1000 so that a burst at night is still there in the morning.',
      risk: 'Each entry stores up to 32 arguments of up to 128 bytes: 1000 entries cost at most about 4 MB. A restart empties the log.',
      link: slowlog,
    },
    'tracking-table-max-keys': {
      usage: '<keys>',
      does: 'Most keys that the server remembers for clients that cache on their side (`CLIENT TRACKING`); 0 means no limit. Broadcast mode does not use the table.',
      change: 'Raise it when `tracking_total_keys` in `INFO stats` stays at the limit.',
      risk: 'When the table is full, the server forgets random keys and tells clients to drop them, so their hit rate falls. With 0 a client that reads everything makes the server run out of memory.',
      link: 'https://redis.io/docs/latest/develop/reference/client-side-caching/',
    },
    'watchdog-period': {
      usage: '<milliseconds>',
      does: 'Debugging aid: when the server is stuck for longer than this, a signal writes the current stack to the log. Values below 200 (at `hz` 10) are raised to 200; 0 is off. Hidden since 7.0; up to 6.2 a file with it is refused and only `CONFIG SET` takes it.',
      change: 'Set 500 for the minutes of an investigation and 0 afterwards.',
      risk: 'The signal handler runs inside a busy process and is not safe in all situations. It does not belong in a configuration file.',
      link: latency,
    },
    'notify-keyspace-events': {
      usage: '<flags>',
      does: 'Publishes key changes on Pub/Sub. `K` or `E` picks the channel form; `g$lshzxetd` pick classes and `A` stands for all of them; `m` is a miss (6.0), `n` a new key (7.0), `o` and `c` overwritten and type changed (Redis 8.6). Letters are case-sensitive; an empty string is off.',
      change: '`Ex` for expirations only. Add classes one by one, as the consumer needs them.',
      risk: 'Without `K` or `E` nothing is sent and no error appears. `KEA` publishes two messages for every write, and a consumer that is away misses them for good.',
      link: 'https://redis.io/docs/latest/develop/pubsub/keyspace-notifications/',
    },
  },
};
