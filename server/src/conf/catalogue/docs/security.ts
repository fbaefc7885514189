import type { Chapter } from './types';

const MANAGE = 'https://redis.io/docs/latest/operate/oss_and_stack/management';
const ACL = `${MANAGE}/security/acl/`;
const SECURITY = `${MANAGE}/security/`;

const localValues = {
  no: 'Nobody, not even a local administrator; a restart with another setting is needed.',
  yes: 'Every connection that the ACL allows, from anywhere.',
  local: 'Only connections over loopback (127.0.0.1, ::1) or the Unix socket.',
};

export const security: Chapter = {
  title: 'Security',
  directives: {
    'acl-pubsub-default': {
      usage: 'resetchannels|allchannels',
      does: 'Channels that a new ACL user may use when its rules name none. 6.2 starts with all channels, 7.0 and later with none.',
      change:
        'Set `resetchannels` on 6.2 as well and give each user its `&pattern`; write it down before an upgrade to 7.0, so that nothing changes silently.',
      risk: 'After an upgrade from 6.2 users without `&` rules get `NOPERM` on `SUBSCRIBE` and `PUBLISH`. With `allchannels` any user can listen to `__sentinel__:hello` and keyspace events.',
      values: {
        allchannels: 'New users may publish and subscribe on every channel.',
        resetchannels: 'New users may use no channel until a rule such as `&news:*` or `allchannels` grants some.',
      },
      link: ACL,
    },
    aclfile: {
      usage: '<file>',
      does: 'File with one `user` line for each ACL user, read at the start and by `ACL LOAD`, rewritten by `ACL SAVE`.',
      change:
        'Use it when users change more often than this file: `ACL LOAD` applies the whole file without a restart, or not at all if a line is wrong.',
      risk: 'Together with `user` lines here the server does not start, nor with a missing file or a `#` comment in it. Quotes are not understood there. `requirepass` has no effect if that file defines the default user.',
      link: ACL,
    },
    'acllog-max-len': {
      usage: '<entries>',
      does: 'How many refused commands, keys, channels and logins `ACL LOG` remembers, in memory only.',
      change: 'Raise to 1000 while new ACL rules are introduced, and collect the log regularly.',
      risk: 'Equal entries are grouped for 60 seconds, yet one wrong client can push everything else out of a short log. 0 keeps nothing, which hides a password guesser.',
      link: ACL,
    },
    'enable-debug-assert': {
      usage: 'yes|no',
      does: 'Valkey only, hidden: runs internal consistency checks that are too expensive for normal operation.',
      change: 'Leave `no`; set it in a test environment when a Valkey developer asks for it in a bug report.',
      risk: 'A failed check ends the process with a crash report, and the checks slow down every command on the way.',
      link: 'https://valkey.io/topics/valkey.conf/',
    },
    'enable-debug-command': {
      usage: 'no|yes|local',
      does: 'Who may call `DEBUG`, which can sleep, crash or reload the server and show internals.',
      change:
        '`local` on test systems where scripts use `DEBUG SLEEP` to force a failover; `no` in production. To test a failover use `CLUSTER FAILOVER`, `SENTINEL FAILOVER` or SIGSTOP.',
      risk: 'With `yes` the leaked password of an unrestricted user is enough for `DEBUG SEGFAULT`. Old runbooks with `DEBUG SLEEP` fail from 7.0 on, and `redis-cli` still returns 0.',
      values: localValues,
      link: SECURITY,
    },
    'enable-module-command': {
      usage: 'no|yes|local',
      does: 'Who may run `MODULE LOAD`, `LOADEX` and `UNLOAD`, hence native code in the server. `MODULE LIST` stays allowed.',
      change: 'Keep `no` and load modules with `loadmodule` lines; `local` for a development machine.',
      risk: 'With `yes` anyone with administrative rights in Redis who can place a file on the host runs code as the server user: the classic way from Redis to a shell.',
      values: localValues,
      link: SECURITY,
    },
    'enable-protected-configs': {
      usage: 'no|yes|local',
      does: 'Who may change protected directives with `CONFIG SET`, above all `dir` and `dbfilename`.',
      change: 'Keep `no`; use `local` for the time of a migration that moves the data directory of a running server.',
      risk: "With `yes` a stolen password can write an RDB file into `/root/.ssh` or a cron directory, the attack that made these directives protected. Scripts from before 7.0 that set `dir` get `can't set protected config`.",
      values: localValues,
      link: SECURITY,
    },
    'rename-command': {
      usage: '<command> <new-name>',
      does: 'Gives a command another name, or removes it when the new name is `""`. ACL rules do the same better, user by user.',
      change: 'From 6.0 on replace it by rules such as `-flushall -@dangerous`; keep the lines only for 5.0.',
      risk: 'Replicas, Sentinel and the AOF use the names too: a renamed write command breaks replay, a removed `CONFIG` breaks the rewriting by Sentinel. A subcommand such as `config|get` aborts 7.0 and later at start.',
      args: [
        'Command to rename, by its present name; an unknown one stops the start.',
        'New name, which must be free, or `""` to disable the command.',
      ],
      link: SECURITY,
    },
    requirepass: {
      usage: '<password>',
      does: 'Password that clients must send with `AUTH`. From 6.0 on it is the password of the ACL user `default`.',
      change:
        'Use 32 or more random hex digits, for instance from `ACL GENPASS`; an attacker can try more than 100,000 a second. Set the same value as `masterauth` on every member.',
      risk: 'It stands in clear text here: mode 0640 for the file. A blank in it needs quotes. A change with `CONFIG SET` does not cut off clients that are already logged in, and replicas without the new `masterauth` fail at the next reconnect.',
      link: SECURITY,
    },
    user: {
      usage: '<name> [<rule> ...]',
      does: 'Defines an ACL user: state, passwords, commands, keys and channels. Rules are read from left to right; a user without rules is disabled and may do nothing.',
      change:
        'Give every application its own: `user app on >secret ~app:* +@all -@dangerous`. Write `#` and the SHA-256 in hex instead of `>secret` to keep clear text out of the file.',
      risk: 'The same name twice is refused from 7.0 on. An unknown command stops the start, and 7.0 and later name the wrong word in the error. Key rules do not limit `FLUSHALL`, `FLUSHDB` and `SWAPDB`.',
      args: [
        'User name without blanks; `default` is the user of connections that have not logged in.',
        'Rules such as `on`, `>password`, `~pattern`, `+command`, `-@category`, from 6.2 on `&channel`, from 7.0 on `( selector )`.',
      ],
      link: ACL,
    },
  },
};
