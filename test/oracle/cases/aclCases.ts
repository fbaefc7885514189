import { list, type Draft } from './draft.js';
import { commandNames, subcommandNames } from './facts.js';
import type { Random } from './random.js';

const hash = 'a'.repeat(64);
const categories = [
  ...list`
    all | read | write | admin | dangerous | keyspace | scripting | transaction | pubsub | fast | slow | ALL | nosuch
    sortedset | string | hash | bitmap | geo | stream | hyperloglog | blocking | connection | set | list | search
    vector
  `,
  '',
];
const plainRules = [
  ...list`
    on | off | ON | nopass | resetpass | reset | RESET | >secret | > | >> | <secret | >secret <secret | #short | on,nopass
    ~* | ~cached:* | ~ | ~a ~b | ~* ~a | ~a~b | allkeys | ALLKEYS | allkeys ~a | ~a allkeys | resetkeys | ~* resetkeys ~a
    %R~a | %W~a | %RW~a | %rw~a | %WR~a | %~a | %RR~a | %X~a | %R | %R~
    &* | &a | allchannels | resetchannels | resetchannels &a | &* &a | allchannels &a
    allcommands | nocommands | +@all | -@all | + | - | +| | +get| | +|get | @all | * | +* | -*
    (+get ~a) | (+get ~a) (+set ~b) | ( +get ~a ) | ( | ) | () | (+get | +get) | (on) | (>pw) | (nopass) | ((+get))
    (%R~a +get) | (&a) | (+@nosuch) | (~* ~a) | clearselectors
    sanitize-payload | skip-sanitize-payload | db=0 | db=0,1 | db= | db=abc | db=99999 | alldbs | resetdbs
    "" | bogus | user | # comment | # | >"a b" | ">a b" | '>a b'
  `,
  `#${hash}`,
  `#${hash.toUpperCase()}`,
  `#${hash}a`,
  `!${hash}`,
  `#${hash} !${hash}`,
];
const names = [
  'alice',
  'bob',
  'default',
  'ALICE',
  '"bad user"',
  '""',
  '\u00e9',
  '*',
  'on',
  '"a\\x00b"',
  'a/b',
  'x'.repeat(100),
];

/** A rule of a user: many known ones, commands and categories of every version, and some that none knows. */
export function aclRule(random: Random): string {
  const kind = random.below(10);
  const sign = random.pick(['+', '+', '-']);
  if (kind < 5) return random.pick(plainRules);
  if (kind < 6) return `${sign}@${random.pick(categories)}`;
  if (kind < 8) return sign + anyCase(random, random.pick(commandNames));
  const sub = random.pick([
    random.pick(subcommandNames),
    'config|nosuch',
    'get|x',
    'select|1',
    'debug|segfault',
    'config|get|dir',
    'nosuch|x',
    'set|a|b',
    'client|',
  ]);
  return sign + anyCase(random, sub);
}

function anyCase(random: Random, name: string): string {
  return random.chance(0.15) ? name.toUpperCase() : name;
}

/** User lines in the config file. */
export function userCase(random: Random): Draft {
  const line = (): string => {
    const rules = Array.from({ length: random.pick([0, 1, 1, 2, 2, 3, 4, 6]) }, () => aclRule(random));
    return ['user', random.pick(['alice', 'alice', 'alice', random.pick(names)]), ...rules].join(' ');
  };
  const lines = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, line);
  if (random.chance(0.03))
    lines.push(
      random.pick(list`
      user | USER alice on | user alice | acl-pubsub-default allchannels | acl-pubsub-default resetchannels
    `),
    );
  if (random.chance(0.05))
    lines.push(
      random.pick(list`
      rename-command get "" | rename-command get fetch | requirepass x | rename-command config ""
    `),
    );
  return { cat: 'user', lines, placement: 'scattered' };
}

/** An aclfile, whose syntax is not that of the config file. */
export function aclFileCase(random: Random): Draft {
  const good = 'user alice on nopass ~* +@all';
  const oddLines = [
    '',
    '# comment',
    '  user bob on',
    'USER bob on',
    'user',
    'user "bob" on',
    'user bob on "nopass"',
    good,
    'user default on nopass ~* +@all',
    'user default off',
    'user default on +@all',
    'user bob on >a b',
    'bob on',
    '\tuser bob on',
    'user\tbob on',
    'user  bob  on',
    'user bob on +nosuch',
    'user bob on +config|nosuch',
    'user bob on (+get ~a) (+set ~b)',
    'user bob on (+get',
    'user bob on # x',
    '   ',
    '\r',
    'user b\u00f6b on',
    'user bob on resetchannels &a',
    'user bob on reset on',
  ];
  const own = (): string => `user u${random.below(3)} ${aclRule(random)} ${aclRule(random)}`;
  const body = [
    ...(random.chance(0.5) ? [good] : []),
    ...random.some(oddLines, 0, 3),
    ...(random.chance(0.5) ? [own()] : []),
  ];
  const text = random.shuffle(body).join(random.chance(0.15) ? '\r\n' : '\n') + random.pick(['\n', '', '\n\n']);
  const lines = [
    random.pick(list`
      aclfile users.acl | aclfile users.acl | aclfile users.acl | aclfile "users.acl" | aclfile ./users.acl
      aclfile no.acl | aclfile ""
    `),
  ];
  if (random.chance(0.15))
    lines.push(random.pick([good, 'user default on nopass ~* +@all', 'requirepass x', 'dir /run/t', 'aclfile ""']));
  return { cat: 'aclfile', lines, placement: 'scattered', files: { 'users.acl': text } };
}
