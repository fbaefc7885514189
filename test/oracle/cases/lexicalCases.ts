import { list, spell, type Draft } from './draft.js';
import { directives } from './facts.js';
import type { Random } from './random.js';
import { valueFor } from './values.js';

const gaps = [' ', ' ', ' ', '  ', '\t', ' \t ', '\v', '\f', ' \v', '\f ', '\r', '\u00a0'];
const junk = [
  ...list`
    " | ' | # | \x41 | \n | = | , | : | ; | é | { | % | "" | '' | \" | \' | " "
  `,
  '\\',
  ' ',
  '\t',
  '\v',
  '\f',
  '\r',
  '\u00a0',
  '\u200b',
];
const validLines = list`
    timeout 5 | port 7000 | maxmemory 100mb | appendfsync everysec | save 900 1 | save 900 1 300 10
    bind 127.0.0.1 ::1 | requirepass foo | syslog-ident redis | dbfilename dump.rdb
    client-output-buffer-limit normal 0 0 0 | maxmemory-policy allkeys-lru | rename-command get x
    user alice on nopass ~* +@all | replicaof 127.0.0.1 6380 | notify-keyspace-events KEA | activerehashing yes
    logfile "" | unixsocketperm 700
  `;
const oddLines = [
  ...list`
    " | ' | "" | '' | = | ; comment | // comment | ! comment | --- | [redis] | { | timeout | timeout: 5 | timeout = 5
    timeout=5 | --timeout 5 | -timeout 5 | timeout 5; | timeout 5 # five | timeout 5 #five | timeout 5#five
    timeout "5" | timeout '5' | "timeout" 5 | 'timeout' 5 | "timeout 5" | "time\x6fut" 5 | time"out" 5 | ti"me"out 5
    timeout "5 | timeout 5" | timeout "5"5 | timeout 5"" | timeout ""5 | timeout "\x35" | timeout '\x35'
    timeout "\065" | timeout $TIMEOUT | timeout %5 | syslog-ident it's | syslog-ident "it's" | syslog-ident 'it\'s'
    syslog-ident a\ b | syslog-ident "a\qb" | syslog-ident "a\xzz" | syslog-ident "a\x4" | syslog-ident "a\x00b"
    syslog-ident "\\" | syslog-ident '\\' | syslog-ident "\" | syslog-ident '\' | syslog-ident "a" "b"
    syslog-ident "a"'b' | bind 127.0.0.1 # lo | save 900 1 # x | #timeout abc | \# x | "#" x | sudo timeout 5
    set timeout 5 | config set timeout 5 | CONFIG SET timeout 5
  `,
  '\\',
  'timeout \\',
  'timeout ${TIMEOUT}',
  '\u00a0timeout 5',
  '\ufefftimeout 5',
  'timeout\u00a05',
  '  # timeout abc',
  '\v# x',
  '\f# x',
  '# \u0000 x',
];

/** A line written in an odd way. */
export function lexicalCase(random: Random): Draft {
  const kind = random.below(10);
  if (kind < 2) return { cat: 'lex:odd', lines: [random.pick(oddLines)] };
  if (kind < 6) return { cat: 'lex:mutated', lines: [mutate(random, validLine(random))] };
  if (kind < 8) return { cat: 'lex:spelled', lines: [respell(random, validLine(random))] };
  return wholeFile(random);
}

function validLine(random: Random): string {
  if (random.chance(0.7)) return random.pick(validLines);
  const { names, eras } = random.pick(directives);
  const name = random.pick(names);
  // A digit less can make these cost minutes or gigabytes, and a file must not include itself.
  const touchy = ['maxclients', 'databases', 'cluster-databases', 'include'].includes(name);
  return touchy ? 'timeout 5' : `${name} ${valueFor(random, name, random.pick(eras))}`;
}

/** One to three small accidents. */
function mutate(random: Random, line: string): string {
  let text = line;
  for (let left = random.between(1, 3); left > 0; left--) {
    const at = random.below(text.length + 1);
    const words = text.split(' ');
    text = random.pick([
      () => text.slice(0, at) + random.pick(junk) + text.slice(at),
      () => text.slice(0, at) + random.pick(junk) + text.slice(at),
      () => text.slice(0, at) + text.slice(at + 1),
      () => words.toSpliced(random.below(words.length), 0, random.pick(words)).join(' '),
      () => words.toSpliced(random.below(words.length), 1).join(' '),
      () => random.shuffle(words).join(' '),
      () => text.replaceAll(' ', random.pick(gaps)),
      () => text + random.pick(['  ', '\t', '\r', ' #', ' # x', '#', '"', ' ""', '\\', '\v', '\f', ' \u00a0']),
      () => random.pick(['  ', '\t', '\v', '\f', '\u00a0', '\ufeff', '-', '+', '"']) + text,
      () => text.toUpperCase(),
    ])();
  }
  return text.includes('redis.conf') ? 'timeout 5' : text;
}

function respell(random: Random, line: string): string {
  return line
    .split(' ')
    .map((word) => spell(random, word))
    .reduce((text, word) => text + random.pick(gaps.slice(0, 10)) + word);
}

function wholeFile(random: Random): Draft {
  const line = validLine(random);
  const whole = random.pick<readonly [string, (text: string) => string]>([
    ['crlf', (text) => text.replaceAll('\n', '\r\n')],
    ['mixed', (text) => text.replaceAll('\n', () => random.pick(['\n', '\r\n', '\n\n', ' \n', '\n\r\n']))],
    ['cronly', (text) => text.replaceAll('\n', '\r')],
    ['bom', (text) => `\ufeff${text}`],
    ['bom-comment', (text) => `\ufeff# comment\n${text}`],
    ['no-newline', (text) => text.trimEnd()],
    ['indent', (text) => text.replaceAll('\n', '\n   ')],
    ['tabs', (text) => text.replaceAll(' ', '\t')],
    ['vt', (text) => text.replaceAll(' ', '\v')],
    ['ff', (text) => text.replaceAll('\n', '\n\f')],
    ['twice', (text) => text + text],
    ['upper', (text) => text.toUpperCase()],
    ['long-comment', (text) => `# ${'x'.repeat(100_000)}\n${text}`],
    ['long-blank', (text) => `${' '.repeat(5000)}\n${text}`],
    [
      'long-value',
      (text) => `syslog-ident ${'y'.repeat(random.pick([1008, 1009, 1010, 1011, 1012, 2033, 5000]))}\n${text}`,
    ],
    ['nul', (text) => text.replace('\n', '\n\u0000bogus line here\n')],
    ['nul-inside', (text) => text.replace(/ (\S+)\n/, ' $1\u0000 junk\n')],
    ['empty', () => random.pick(['', '\n', '\n\n\n', ' ', '#', '# x\n#\n', '\t\n', '\r\n', '\u0000'])],
  ]);
  return { cat: `lex:${whole[0]}`, lines: [line], whole: whole[1] };
}
