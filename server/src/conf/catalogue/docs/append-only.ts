import type { Chapter } from './types';

const persistence = 'https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/';
const configuration = 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/';

export const appendOnly: Chapter = {
  title: 'Append only file',
  directives: {
    'aof-disable-auto-gc': {
      usage: 'yes|no',
      does: 'With `yes` the AOF files that a rewrite has replaced stay in the AOF directory as history instead of being deleted. Hidden since 7.2: only an exact `CONFIG GET` shows it.',
      change:
        'Turn it on only around a copy or a point-in-time archive of the AOF directory, and off again when the copy is done.',
      risk: 'Every rewrite leaves its old base and increment behind, so disk use grows by about one dataset per rewrite. A full disk then makes the server refuse writes.',
      link: persistence,
    },
    'aof-load-corrupt-tail-max-size': {
      usage: '<bytes>',
      does: 'Redis only. Lets the server cut off a damaged end of the AOF at start, when the damaged part is at most this many bytes; 0 refuses to start on any damage. It covers garbage bytes, `aof-load-truncated` covers a file that merely ends too early.',
      change: 'Set 1024 to 4096 where an unattended restart after a power cut matters more than the last few commands.',
      risk: 'Everything from the damaged byte on is dropped, valid commands behind it included. With several megabytes allowed, a defective disk shows up as silent data loss instead of a failed start.',
      link: persistence,
    },
    'aof-load-truncated': {
      usage: 'yes|no',
      does: 'Decides what happens when the AOF stops in the middle of a command, as after a power failure: `yes` drops the incomplete end, logs it and starts; `no` ends the start with an error.',
      change:
        'Use `no` when somebody must look at every loss before clients come back; then repair with `redis-check-aof --fix`.',
      risk: 'With `yes` the lost tail is visible only in the log. It never helps with damage in the middle: that always stops the start.',
      link: persistence,
    },
    'aof-rewrite-cpulist': {
      usage: '<cpu-list>',
      does: 'Pins the child process of an AOF rewrite to CPUs, written as for `taskset`: `8-11`, `1,10-11` or `0-7:2`. Linux and the BSDs only; before Redis 7.4 and Valkey 8.0 the name is `aof_rewrite_cpulist`.',
      change:
        'Give the child cores that neither `server-cpulist` nor the network interrupts use, typically on hosts with several instances.',
      risk: 'A list that overlaps the main thread makes each rewrite steal time from clients. CPU numbers that do not exist on the host are ignored without a message.',
      link: configuration,
    },
    'aof-rewrite-incremental-fsync': {
      usage: 'yes|no',
      does: 'Makes the rewrite child flush its file to disk piece by piece (each 32 MB up to 6.2, each 4 MB since 7.0) instead of once at the end.',
      change: 'Leave it on. `no` can shorten a rewrite on storage with a battery-backed cache.',
      risk: 'With `no` the kernel writes several gigabytes in one burst when the child finishes. The `fsync` of the live AOF waits behind it and clients see stalls of seconds.',
      link: persistence,
    },
    'aof-timestamp-enabled': {
      usage: 'yes|no',
      does: 'Writes a comment line with the Unix time into the AOF whenever the second changes, so the file can be cut back to a moment with `redis-check-aof --truncate-to-timestamp`.',
      change: 'Turn it on when you must be able to undo a wrong `FLUSHALL` or a bad deployment to the second.',
      risk: 'Servers before 7.0 and third-party AOF parsers fail on these lines, which closes the way back to an older version. Only increments written after the last rewrite can be cut.',
      link: persistence,
    },
    'aof-use-rdb-preamble': {
      usage: 'yes|no',
      does: 'A rewrite stores the dataset as a binary RDB image and appends later commands as text. With `no` the whole base is written as commands.',
      change: 'Keep `yes`. Use `no` only for a tool that has to read the AOF as plain commands.',
      risk: 'A text base is several times larger and loads several times slower: a 10 GB dataset can need many minutes to start. On Redis 8.6 before 8.6.2, `no` together with `XADD` idempotency could also spoil the restored state.',
      link: persistence,
    },
    appenddirname: {
      usage: '<directory-name>',
      does: 'Names the directory, below `dir`, that holds the AOF files: base, increments and manifest. It takes a bare name, no path.',
      change: 'Change it when two instances share one `dir`; better still, give each its own `dir`.',
      risk: 'With a new name the server finds no AOF at the next start, begins with an empty dataset and ignores `dump.rdb` while `appendonly` is `yes`. Move the directory first.',
      link: persistence,
    },
    appendfilename: {
      usage: '<file-name>',
      does: 'Up to 6.2 the name of the one AOF file in `dir`; since 7.0 the prefix of all AOF files in `appenddirname`, as in `appendonly.aof.1.base.rdb`. A path is refused.',
      change: 'There is rarely a reason: separate instances by `dir` instead.',
      risk: 'If the name no longer matches what is on disk, the server starts empty with the AOF on and clients see no keys. The upgrade from 6.2 to 7.0 adopts the old file only under the configured name.',
      link: persistence,
    },
    appendfsync: {
      usage: 'always|everysec|no',
      does: 'Says when data written to the AOF is forced from the kernel to the disk. It applies only with `appendonly yes`.',
      change:
        '`everysec` fits nearly every system. Choose `always` for data that must survive a power cut to the last reply, on SSD or better.',
      risk: 'With `always` every write waits for the disk: a spinning disk limits the server to some hundred write batches per second. If a background `fsync` takes over 2 seconds, `everysec` also blocks writers.',
      values: {
        always:
          'Flushes before the reply to each batch of writes is sent: no acknowledged write is lost, at the price of one disk flush per event-loop turn.',
        everysec: 'Flushes once a second in a background thread: a power failure costs about 1 second, at worst 2.',
        no: 'Never asks for a flush: the kernel writes when it likes, usually within 30 seconds on Linux, and that much can be lost.',
      },
      link: persistence,
    },
    appendonly: {
      usage: 'yes|no',
      does: 'Logs every write to the append only file, which replaces the RDB file as source when the server starts. Combined with `appendfsync everysec` a crash costs at most about a second of writes.',
      change:
        'Turn it on for data that no other system can rebuild; pure caches and sessions can do without. On a live server use `CONFIG SET appendonly yes`, wait for the rewrite, then `CONFIG REWRITE`.',
      risk: 'Changing only the file to `yes` and restarting loads no RDB: the server comes up empty and the next save overwrites `dump.rdb`. Plan disk space for about twice the dataset.',
      link: persistence,
    },
    'auto-aof-rewrite-min-size': {
      usage: '<bytes>',
      does: 'Below this AOF size no automatic rewrite starts, however much the file has grown in percent.',
      change:
        'Raise it to 1gb or more on large instances, so that a fresh file does not trigger a rewrite at 64, 128 and 256 MB in a row.',
      risk: 'Too small means frequent forks, each with a copy-on-write peak. Too large, on an instance with little data, lets a log of old commands grow and a restart replay them all.',
      link: persistence,
    },
    'auto-aof-rewrite-percentage': {
      usage: '<percent>',
      does: 'Starts a rewrite when the AOF has grown by this much since the last one (or since the start): 100 means at double size. 0 switches automatic rewrites off.',
      change:
        'Lower to 50 when disk is tight; raise to 200 when forks hurt. Set 0 for the minutes in which you copy the AOF directory for a backup.',
      risk: 'Left at 0, the file grows until the disk is full and the next start replays every command since. Each rewrite forks, so free memory must cover the pages changed meanwhile.',
      link: persistence,
    },
    'no-appendfsync-on-rewrite': {
      usage: 'yes|no',
      does: 'With `yes` the server does not flush the AOF while a child saves an RDB or rewrites the AOF, so client writes do not wait behind the disk traffic of the child.',
      change: 'Set `yes` when the log says that asynchronous AOF `fsync` takes too long during saves.',
      risk: 'For the time of the save, a power failure can cost about 30 seconds of writes on default Linux settings, whatever `appendfsync` says. A crash of the server process alone loses nothing.',
      link: persistence,
    },
  },
};
