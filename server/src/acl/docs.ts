/** What one rule of an ACL user does. */
export interface AclRuleDoc {
  /** How the rule is written, with placeholders in angle brackets. */
  readonly form: string;
  readonly does: string;
  readonly risk: string;
}

/** What we say of each ACL rule, by keyword or by the characters it begins with. */
export const aclRuleDocs: Readonly<Record<string, AclRuleDoc>> = {
  on: {
    form: 'on',
    does: 'Enables the user: it can log in with one of its passwords.',
    risk: 'A user without `on` starts disabled, so a line that only lists passwords and commands lets nobody in.',
  },
  off: {
    form: 'off',
    does: 'Disables the user: new logins are refused.',
    risk: 'Connections that are logged in already go on working. End them with `CLIENT KILL USER <name>`.',
  },
  nopass: {
    form: 'nopass',
    does: 'Removes all passwords and accepts any password for this user.',
    risk: 'On an enabled user this is open access for everyone who reaches the port; on `default`, connections are logged in without asking.',
  },
  resetpass: {
    form: 'resetpass',
    does: 'Removes all passwords and takes `nopass` away.',
    risk: 'Until a password or `nopass` follows, the user cannot log in.',
  },
  reset: {
    form: 'reset',
    does: 'Brings the user back to the state of a new one: disabled, no passwords, no keys, no commands, no selectors, channels by `acl-pubsub-default`.',
    risk: 'Rules before it on the same line have no effect. Put it first to make a line independent of what was set before.',
  },
  '>': {
    form: '><password>',
    does: 'Adds a password, given in clear text; the server keeps its SHA-256 hash only and takes `nopass` away.',
    risk: 'In a file the password can be read by everyone who can read the file. Prefer `#` with the hash there.',
  },
  '<': {
    form: '<<password>',
    does: 'Removes a password, given in clear text.',
    risk: 'It is refused when the user does not have that password, and in a file that stops the start.',
  },
  '#': {
    form: '#<sha256>',
    does: 'Adds a password by its SHA-256 hash: 64 lower-case hexadecimal digits.',
    risk: 'The hash has no salt, so short passwords can be found from it. A `#` comment at the end of a line is read as this rule and refused.',
  },
  '!': {
    form: '!<sha256>',
    does: 'Removes a password by its SHA-256 hash: 64 lower-case hexadecimal digits.',
    risk: 'It is refused when the user does not have that hash.',
  },
  '~': {
    form: '~<pattern>',
    does: 'Allows reading and writing keys that match the pattern, with `*`, `?` and `[...]`; several patterns add up.',
    risk: '`~app*` also matches `application:1`: write `~app:*`. Key patterns do not stop `FLUSHALL`, `FLUSHDB`, `SWAPDB`, `KEYS` and `SCAN`. After `allkeys` a pattern is refused.',
  },
  allkeys: {
    form: 'allkeys',
    does: 'Allows all keys; the same as `~*`.',
    risk: 'A later `~<pattern>` is refused: put `resetkeys` in between. Users of different applications can read and overwrite each other.',
  },
  resetkeys: {
    form: 'resetkeys',
    does: 'Removes all key patterns of the user.',
    risk: 'Until a pattern follows, commands with keys fail with `NOPERM`; commands without keys still work.',
  },
  '%': {
    form: '%<R|W|RW>~<pattern>',
    does: 'Allows keys that match the pattern for reading (`%R~`), writing (`%W~`) or both (`%RW~`, the same as `~`). Redis 7.0 and later, all Valkey.',
    risk: 'Commands that read and write, such as `GETSET` or `SET ... GET`, need both. 6.x refuses the rule and does not start. `%~` without a letter is refused too, except by some builds of 7.0.',
  },
  '&': {
    form: '&<pattern>',
    does: 'Allows Pub/Sub channels that match the pattern; several patterns add up. 6.2 and later.',
    risk: '`PSUBSCRIBE` needs the very same text as allowed pattern. In 6.2 new users start with all channels, so the rule is refused unless `resetchannels` stands before it.',
  },
  allchannels: {
    form: 'allchannels',
    does: 'Allows all Pub/Sub channels; the same as `&*`. 6.2 and later.',
    risk: 'It includes `__sentinel__:hello`, through which a forged message can start a failover, and keyspace events, which reveal key names.',
  },
  resetchannels: {
    form: 'resetchannels',
    does: 'Removes all channel patterns; subscribers of this user that lose their channels are disconnected. 6.2 and later.',
    risk: 'Until a pattern follows, publish and subscribe fail. Since 7.0 new users start this way, in 6.2 with all channels.',
  },
  '+': {
    form: '+<command>[|<subcommand>]',
    does: 'Allows a command, or one subcommand such as `+config|get`. Rules apply from left to right.',
    risk: 'An unknown command stops the start. A first argument of a command that has no subcommands, such as `+select|0`, is deprecated since 7.0. Renamed commands are meant by their original name.',
  },
  '-': {
    form: '-<command>[|<subcommand>]',
    does: 'Forbids a command; since 7.0 also one subcommand, such as `-client|kill`. Rules apply from left to right.',
    risk: 'A later `+@<category>` allows the command again. A list of forbidden commands misses those that a new version or a module brings: start from `-@all` and add instead.',
  },
  '+@': {
    form: '+@<category>',
    does: 'Allows all commands of a category, those of loaded modules included.',
    risk: 'Categories overlap and grow with versions: `+@connection` brings `CLIENT KILL`, `+@write` brings `FLUSHALL`. Put `-@dangerous` and `-@admin` behind it.',
  },
  '-@': {
    form: '-@<category>',
    does: 'Forbids all commands of a category.',
    risk: 'It has effect only on what stands to its left; a later `+@` can undo it. `-@dangerous` also takes `INFO`, `KEYS` and `SORT` away, which some clients need.',
  },
  allcommands: {
    form: 'allcommands',
    does: 'Allows all commands, future module commands included; the same as `+@all`.',
    risk: 'It makes the user an administrator: it can change users, read every password hash, load configuration and stop the server.',
  },
  nocommands: {
    form: 'nocommands',
    does: 'Forbids all commands; the same as `-@all` and the state of a new user.',
    risk: 'Everything before it on the line is lost. Without rules behind it the user can log in and do nothing else.',
  },
  '(': {
    form: '(<rule> ...)',
    does: 'Adds a selector, a second set of commands, keys and channels; a command is allowed when the user itself or one selector allows all of it. Redis 7.0 and later, all Valkey.',
    risk: 'Rights never mix across selectors. Only rules for commands, keys, channels (and databases in Valkey 9.1) may stand inside, it cannot be nested, and 6.x does not start with it.',
  },
  clearselectors: {
    form: 'clearselectors',
    does: 'Removes all selectors of the user. Redis 7.0 and later, all Valkey.',
    risk: 'Everything that only a selector allowed is gone. A selector cannot be removed alone: clear them and list the others again.',
  },
  'sanitize-payload': {
    form: 'sanitize-payload',
    does: 'Data of this user in `RESTORE` is checked in depth when `sanitize-dump-payload` is `clients`. The state of a new user; 6.2 and later.',
    risk: 'With `sanitize-dump-payload no`, the default, nothing is checked in depth in spite of this rule.',
  },
  'skip-sanitize-payload': {
    form: 'skip-sanitize-payload',
    does: 'Data of this user in `RESTORE` is not checked in depth, which saves time in migrations. 6.2 and later.',
    risk: 'A crafted payload can then crash the server or worse. Only for users of trusted migration tools.',
  },
  'db=': {
    form: 'db=<id>[,<id>...]',
    does: 'Limits the user to these databases. Valkey 9.1 and later only.',
    risk: 'Redis and older Valkey refuse it and do not start. The numbers are not checked against `databases`, so a wrong one shows only as `NOPERM`.',
  },
  alldbs: {
    form: 'alldbs',
    does: 'Allows all databases, as for a new user. Valkey 9.1 and later only.',
    risk: 'Key patterns are then the only wall between applications in different databases. Redis and older Valkey refuse the rule and do not start.',
  },
  resetdbs: {
    form: 'resetdbs',
    does: 'Takes away all databases. Valkey 9.1 and later only.',
    risk: 'Until `db=` or `alldbs` follows, commands that work on a database fail. Redis and older Valkey refuse the rule and do not start.',
  },
};

/** One sentence on each ACL category: what is in it, and whether granting it is safe. */
export const aclCategoryDocs: Readonly<Record<string, string>> = {
  all: 'Every command, those of modules and of future versions included; only for administrators, because it contains `ACL SETUSER`, `CONFIG SET` and `SHUTDOWN`.',
  keyspace:
    'Commands on keys of any type, such as `DEL`, `EXPIRE`, `SCAN` and `TYPE`; not safe alone, because `FLUSHALL`, `SWAPDB`, `KEYS` and `MIGRATE` are in it: add `-@dangerous`.',
  read: 'Commands that read values or information about keys; cannot change data, but `KEYS` and reads of whole collections can block the server: add `-keys`.',
  write:
    'Commands that change data; not safe alone, because key patterns do not stop `FLUSHALL`, `FLUSHDB` and `SWAPDB`, which are in it: add `-@dangerous`.',
  set: 'Set commands, plus `SORT`; safe within the key patterns, with `SUNION` or `SMEMBERS` on large sets as the only load to fear.',
  sortedset:
    'Sorted set commands, plus `SORT` and the blocking pops; safe within the key patterns, with `ZUNIONSTORE` on large sets as the heaviest load.',
  list: 'List commands, plus `SORT` and the blocking pops; safe within the key patterns.',
  hash: 'Hash commands; safe within the key patterns, with `HGETALL` on large hashes as the only load to fear.',
  string:
    'String and counter commands, such as `GET`, `SET` and `INCR`; safe within the key patterns, though `SETRANGE` and `APPEND` can grow one value to 512 MB.',
  bitmap:
    'Bit commands, such as `SETBIT`, `BITCOUNT` and `BITFIELD`; safe within the key patterns, though one `SETBIT` with a high offset allocates 512 MB.',
  hyperloglog:
    'Distinct counters (`PFADD`, `PFCOUNT`, `PFMERGE`); safe without the debugging commands `PFDEBUG` and `PFSELFTEST` that are also in it: add `-@admin`.',
  geo: 'Commands on coordinates, such as `GEOADD` and `GEOSEARCH`; safe within the key patterns, and those with `STORE` also write.',
  stream:
    'Stream commands, reading and writing, consumer groups included; safe within the key patterns, but one application can delete the groups and entries of another that shares its keys.',
  pubsub:
    'Publish and subscribe commands; safe only with channel patterns, because `allchannels` includes `__sentinel__:hello` and keyspace events.',
  admin:
    'Administration: users, configuration, replication, cluster layout, modules, `DEBUG`, `MONITOR` and `SHUTDOWN`; never for applications, since it amounts to full control.',
  fast: 'Commands in constant or logarithmic time, a mix of all kinds; not a security boundary, because `SWAPDB`, `MOVE` and many writes are in it.',
  slow: 'Every command that is not in `@fast`, among them `SET`, `CONFIG`, `FLUSHALL` and `SHUTDOWN`; never grant it as a whole.',
  blocking:
    'Commands that may wait for data, such as `BLPOP` and `XREAD BLOCK`; safe within the key patterns, but each waiting client holds a connection.',
  dangerous:
    'Commands that can destroy data, reveal internals or stall the server, such as `FLUSHALL`, `KEYS`, `SORT`, `INFO`, `CONFIG` and `DEBUG`; take it away from applications and give back single ones, such as `+info`.',
  connection:
    'Commands about the own connection (`AUTH`, `HELLO`, `PING`, `SELECT`), plus all of `CLIENT`; not safe alone, because `CLIENT KILL` and `CLIENT PAUSE` hit everybody: add `-@admin`.',
  transaction:
    '`MULTI`, `EXEC`, `DISCARD`, `WATCH` and `UNWATCH`; safe, because each queued command still needs its own permission.',
  scripting:
    'Scripts and functions (`EVAL`, `FCALL`, `FUNCTION`, `SCRIPT`); what they call is checked against the rights of the user, but a long script blocks all clients, and `FUNCTION FLUSH` and `SCRIPT KILL` reach the work of others.',
};
