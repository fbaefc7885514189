import { list, type Draft } from './draft.js';
import { commandNames, subcommandNames } from './facts.js';
import type { Random } from './random.js';

type Value = readonly string[] | ((random: Random) => string);

const longName = 's'.repeat(60);
const percentile = (random: Random): string =>
  random.pick(list`
    0 | 50 | 50.0 | 99 | 99.9 | 99.999 | 100 | 100.1 | -1 | 5e1 | abc | 1e400 | nan | inf | 0x32 | " 50" | 50% | 50,99
    ""
  `);
const seconds = (random: Random): string =>
  random.pick(list`
    0 | 1 | 60 | 900 | -1 | +5 | 1x | 60s | "" | 2147483648 | 9223372036854775808 | 1.5 | abc | 010 | " 60"
  `);
const changes = (random: Random): string =>
  random.pick(['0', '1', '10', '10000', '-1', '1x', '""', '2147483648', '99999999999999999999', 'abc', '#']);
const amount = (random: Random): string =>
  random.pick(list`
    0 | 256mb | 1gb | 32mb | 8mb | -1 | 1xb | 1.5gb | "" | mb | 99999999999gb | 5% | abc
  `);
const clientClass = (random: Random): string =>
  random.pick(['normal', 'replica', 'slave', 'pubsub', 'NORMAL', 'Replica', 'master', 'normals', '""', '0']);
const limit = (random: Random): string =>
  `${clientClass(random)} ${amount(random)} ${amount(random)} ${seconds(random)}`;
const address = (random: Random): string =>
  random.pick(list`
      127.0.0.1 | ::1 | 0.0.0.0 | :: | * | -::* | -::1 | -127.0.0.1 | 10.99.0.1 | -10.99.0.1 | 127.0.0.2 | 256.1.1.1
      -256.1.1.1 | 127.0.0.1, | 127.0.0.1:6379 | [::1] | 127.1 | 127.0.0.0/8 | "" | - | --::1 | # | -* | fe80::1
      -fe80::1 | ::ffff:127.0.0.1
    `);
const score = (random: Random): string =>
  random.pick(list`
    0 | 200 | 800 | 1000 | 1001 | -1 | -2000 | 2000 | 2001 | -2001 | -1000 | 1x | abc | "" | +5 | 5.5
  `);
const command = (random: Random): string =>
  random.pick([
    random.pick(commandNames),
    random.pick(commandNames),
    'nosuch',
    '""',
    'CONFIG',
    'FlushAll',
    'config|get',
    random.pick(subcommandNames),
  ]);
const renamed = (random: Random): string =>
  random.pick(['""', 'x', random.pick(commandNames), '"a b"', 'GET', '\u00e9']);
const several = (random: Random, one: (random: Random) => string, most: number): string =>
  Array.from({ length: random.between(1, most) }, () => one(random)).join(' ');
const maybeOneWord = (random: Random, words: string): string =>
  random.chance(0.2) && !words.includes('"') ? `"${words}"` : words;
const events = (random: Random): string => random.some([...'KEg$lshzxetmdnAKEA'], 0, 6).join('');
const signal = (random: Random): string =>
  random.pick(list`
    default | save | nosave | now | force | safe | failover | SAVE | bogus | "" | save,now
  `);
/** Values of directives whose grammar is their own. Directives occur more than once when several forms are worth it. */
const specials: readonly (readonly [name: string, value: Value])[] = [
  [
    'save',
    (random) =>
      maybeOneWord(
        random,
        several(random, (one) => `${seconds(one)} ${changes(one)}`, 3),
      ),
  ],
  ['save', (random) => maybeOneWord(random, several(random, seconds, 5))],
  [
    'save',
    [
      ...list`
      "" | 900 | 900 1 300 | "" "" | "900 1" "" | 900 "1" | "900 1" "300 10" | 900 1 # x | 3600 1 300 100 60 10000
      " "
    `,
      '',
    ],
  ],
  ['bind', (random) => maybeOneWord(random, several(random, address, 3))],
  [
    'bind',
    [
      '',
      Array.from({ length: 16 }, (_, at) => `127.0.0.${at + 1}`).join(' '),
      Array.from({ length: 17 }, (_, at) => `127.0.0.${at + 1}`).join(' '),
      '127.0.0.1 127.0.0.1',
      '"127.0.0.1 ::1"',
      '"" 127.0.0.1',
    ],
  ],
  ['rdma-bind', (random) => several(random, address, 2)],
  ['client-output-buffer-limit', limit],
  ['client-output-buffer-limit', (random) => maybeOneWord(random, several(random, limit, 3))],
  [
    'client-output-buffer-limit',
    [
      ...list`
      normal | normal 0 | normal 0 0 | normal 0 0 0 0 | normal 0 0 0 replica | "" | normal 0 0 0 # x | "normal 0 0 0"
      "normal 0 0 0" "pubsub 0 0 0"
    `,
      '',
    ],
  ],
  [
    'replicaof',
    list`
      127.0.0.1 6380 | no one | NO ONE | 127.0.0.1 abc | 127.0.0.1 0 | 127.0.0.1 65535 | 127.0.0.1 65536
      127.0.0.1 -1 | 127.0.0.1 | 127.0.0.1:6380 | "127.0.0.1 6380" | 127.0.0.1 6380 x | "" | "" 6380 | 127.0.0.1 6380x
      no two | one no | "no one" | ::1 6380 | not.a.host.invalid 6380 | 127.0.0.1 +6380 | 127.0.0.1 06380
      127.0.0.1 ""
    `,
  ],
  ['slaveof', ['127.0.0.1 6380', 'no one', '127.0.0.1', '""']],
  ['primaryof', ['127.0.0.1 6380']],
  ['oom-score-adj-values', (random) => maybeOneWord(random, `${score(random)} ${score(random)} ${score(random)}`)],
  ['oom-score-adj-values', (random) => several(random, score, 4)],
  ['oom-score-adj', ['yes', 'no', 'relative', 'absolute', 'RELATIVE', 'true', '""', '0', '1']],
  ['shutdown-on-sigterm', (random) => maybeOneWord(random, several(random, signal, 3))],
  ['shutdown-on-sigint', (random) => maybeOneWord(random, several(random, signal, 3))],
  ['latency-tracking-info-percentiles', (random) => maybeOneWord(random, several(random, percentile, 3))],
  ['latency-tracking-info-percentiles', ['', '""', '"50 99"', '50 99 99.9', '50 50']],
  ['notify-keyspace-events', events],
  ['notify-keyspace-events', (random) => `"${events(random)}${random.pick(['', ' ', 'q', 'Z', '-', 'r', 'c', 'o'])}"`],
  ['notify-keyspace-events', ['""', '', 'KEA x', 'kea', 'Elg#', 'no', '" "']],
  ['rename-command', (random) => `${command(random)} ${renamed(random)}`],
  ['rename-command', ['', 'get', 'get a b', '""', '"" ""', '"get" x', 'get x # y', 'GET GET', 'get set']],
  [
    'dir',
    [
      ...list`
      . | ./ | /run/t | "/run/t" | /no/such | "" | a b | "/run/t | /run/t/ | .. | / | /proc | /dev/null | extra.conf
      /run/t # x | $HOME | ~
    `,
      '',
    ],
  ],
  [
    'logfile',
    [
      ...list`
      "" | server.log | "my server.log" | /no/such/server.log | /run/t | /run/t/x.log | a b | /dev/null | ./x.log
      no/such/x.log | .
    `,
      '',
    ],
  ],
  [
    'dbfilename',
    [
      ...list`
      dump.rdb | "" | a/b | /abs.rdb | ./x.rdb | .. | . | a\b | "a b" | x.rdb # y | "\x2f"
    `,
      '',
    ],
  ],
  ['appendfilename', ['a.aof', '""', 'a/b', '/abs.aof', '..', '"a b"', '', 'b.aof']],
  ['appenddirname', ['dir', '""', 'a/b', '/abs', '..', '.', '"a b"', '']],
  ['cluster-config-file', ['nodes.conf', '""', '/no/such/nodes.conf', 'a/b', '"a b"', '', 'x.conf # y']],
  ['pidfile', ['x.pid', '/no/such/x.pid', '/run/redis/x.pid', '""', 'a b', '']],
  [
    'unixsocket',
    [
      'server.sock',
      '/run/t/server.sock',
      '""',
      '/no/such/x.sock',
      '/run/t',
      `/run/${longName}`,
      `/run/${longName}${longName}`,
      '"a b.sock"',
      '',
      'x'.repeat(107),
      'x'.repeat(108),
    ],
  ],
  [
    'syslog-facility',
    list`
      local0 | local7 | LOCAL0 | user | local8 | USER | "" | daemon | mail | 0 | local0 local1
    `,
  ],
  [
    'proc-title-template',
    list`
      "" | {title} | "{title} {listen-addr} {server-mode}" | {bogus} | "{title | {} | x
      "{port} {tls-port} {unixsocket} {config-file}" | "{title} {server-mode}" | {listen-addr} | "{ title }" | a{title
      {title} {port} | " " | {server-mode} | {unixsocket} | {Title}
    `,
  ],
  [
    'cluster-announce-hostname',
    [
      'host',
      '""',
      'my_host',
      'a.b-c',
      '"a b"',
      '-host',
      'x'.repeat(255),
      'x'.repeat(256),
      '\u00e9',
      'a/b',
      '127.0.0.1',
    ],
  ],
  [
    'cluster-announce-human-nodename',
    ['node-1', '""', 'my_node', '"a b"', '\u00e9', 'x'.repeat(255), 'x'.repeat(256), 'a,b', 'a=b'],
  ],
  [
    'cluster-announce-ip',
    ['127.0.0.1', '::1', '""', 'host', '"a,b"', '"a b"', '256.0.0.1', 'x'.repeat(46), '127.0.0.1 '],
  ],
  ['tls-protocols', ['TLSv1.2', '"TLSv1.2 TLSv1.3"', 'TLSv1.2 TLSv1.3', '""', 'SSLv3', 'TLSv1.4', 'tlsv1.2']],
  ['tls-auth-clients', ['yes', 'no', 'optional', 'OPTIONAL', 'maybe', '""', '1']],
  ['tls-auth-clients-user', ['CN', 'off', 'cn', 'URI', 'bogus', '""']],
  [
    'requirepass',
    [
      'foo',
      '""',
      '"a b"',
      '$ecret!',
      '[x]',
      "it's",
      '#x',
      'a b',
      'x'.repeat(511),
      'x'.repeat(512),
      'x'.repeat(513),
      '"\\x61\\x62"',
      'x # y',
      '',
    ],
  ],
  ['masterauth', ['x', '""', '"a b"', 'x y', '']],
  ['primaryauth', ['x', '""']],
  ['hash-seed', ['short', '0123456789abcdef', '""', 'x'.repeat(100)]],
  ['list-max-ziplist-size', ['-1', '-5', '-6', '0', '1', '-2147483648', '2147483648']],
  [
    'maxmemory',
    list`
      0 | 1 | 100mb | 50% | 1.5gb | -1 | 1tb | 1gib | "" | 2gb # limit | mb | 17179869184gb | 10 | 1048575
    `,
  ],
  ['io-threads', ['0', '1', '2', '16', '17', '128', '129', '256', '257', '-1', 'auto', '04']],
  ['io-threads-do-reads', ['yes', 'no', 'maybe', '', 'yes no', '""']],
  ['hz', ['0', '1', '10', '500', '501', '1000', '1001', '-1', '10.5']],
  ['activedefrag', ['yes', 'no']],
  ['locale-collate', ['""', 'C', 'POSIX', 'bogus', 'xx_YY.UTF-8', '"a b"']],
  ['unixsocketgroup', ['root', 'nosuchgroup', '""', '0', 'root x']],
  ['loadmodule', ['', '""', '/no/such.so', '/no/such.so a b', '"/no such.so"', './x.so', '/no/such.so # x']],
  ['loadmodule-ex', ['/no/such.so', '']],
  ['sentinel', ['', 'monitor m 127.0.0.1 6379 2', 'bogus', 'myid x']],
  ['socket-mark-id', ['0', '1', '4294967295', '4294967296', '-1', '0x10']],
  ['slowlog-log-slower-than', ['-1', '-2', '0', '10000']],
  ['ts-num-threads', ['3']],
  ['search-timeout', ['500']],
  ['bf-error-rate', ['0.01']],
  ['gopher-enabled', ['yes', 'no', 'maybe']],
  ['lua-replicate-commands', ['yes', 'no', 'maybe', '""', 'a b']],
  ['vm-enabled', ['no']],
  ['hash-max-zipmap-entries', ['512']],
];

const varied = specials.filter(([, value]) => typeof value === 'function' || value.length > 3);

/** A directive with a grammar of its own. */
export function specialCase(random: Random): Draft {
  const [name, value] = random.pick(random.chance(0.9) ? varied : specials);
  const written = random.chance(0.05) ? name.toUpperCase() : name;
  const line = lineOf(random, written, value);
  if (random.chance(0.85)) return { cat: `special:${name}`, lines: [line] };
  const [, again] = random.pick(specials.filter(([other]) => other === name));
  return { cat: `special:${name}`, lines: [line, lineOf(random, name, again)], placement: 'scattered' };
}

function lineOf(random: Random, name: string, value: Value): string {
  return `${name} ${typeof value === 'function' ? value(random) : random.pick(value)}`.trimEnd();
}
