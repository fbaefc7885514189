import type { ConfKind } from '../../../server/src/conf/rule';

/** A text that is too much: one endless line, or endless lines. */
export interface HeavyText {
  readonly title: string;
  readonly text: string;
  readonly kind: ConfKind | 'acl';
}

const MEGABYTE = 1_000_000;
const MANY = 100_000;

function conf(title: string, text: string, kind: HeavyText['kind'] = 'redis'): HeavyText {
  return { title, text, kind };
}

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('\n');
}

function words(count: number, word: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => word(at)).join(' ');
}

/** Made when they are needed: each is about a megabyte. */
export const heavyTexts: readonly (() => HeavyText)[] = [
  () => conf('a megabyte in one word', `requirepass ${'x'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of name', 'x'.repeat(MEGABYTE)),
  () => conf('a megabyte of digits', `timeout ${'9'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of digits as size', `maxmemory ${'9'.repeat(MEGABYTE)}gb`),
  () => conf('a megabyte of zeros as size', `maxmemory ${'0'.repeat(MEGABYTE)}.${'0'.repeat(1_000)}gb`),
  () => conf('a megabyte of blanks', `port${' '.repeat(MEGABYTE)}6379${' '.repeat(1_000)}x`),
  () => conf('a megabyte of blanks alone', ' '.repeat(MEGABYTE)),
  () => conf('a megabyte of blanks and a comment', `${' '.repeat(MEGABYTE)}# x`),
  () => conf('a megabyte of comment', `# ${'x y-z: '.repeat(MEGABYTE / 8)}`),
  () => conf('a megabyte of rule line', `#${'#'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of links in a comment', `# ${'https://x.y/(z '.repeat(MEGABYTE / 15)}`),
  () => conf('a megabyte of "h" in a comment', `# ${'http://'.repeat(MEGABYTE / 7)}`),
  () => conf('a megabyte of pragma', `# redis-environments: ${'ignore=a,b,c '.repeat(MEGABYTE / 13)}`),
  () => conf('a megabyte of one pragma value', `# redis-environments: ignore=${'a,'.repeat(MEGABYTE / 2)}`),
  () => conf('a megabyte of quotes', `requirepass ${'"'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of pairs of quotes', `requirepass ${'"" '.repeat(MEGABYTE / 3)}`),
  () => conf('a megabyte of both quotes', `requirepass ${`"'`.repeat(MEGABYTE / 2)}`),
  () => conf('a megabyte of escapes', `requirepass "${'\\x41'.repeat(MEGABYTE / 4)}"`),
  () => conf('a megabyte of backslashes', `requirepass "${'\\'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of NUL', `requirepass ${'\0'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of carriage returns', `requirepass ${'\r'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of lone surrogates', `requirepass ${'\ud800'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of placeholders', `requirepass ${'{{ x '.repeat(MEGABYTE / 5)}`),
  () => conf('a megabyte of percents', `maxmemory-clients ${'%'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of colons as address', `bind ${':'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of dots as address', `bind ${'1.'.repeat(MEGABYTE / 2)}`),
  () => conf('a megabyte of equal addresses', `bind ${words(MEGABYTE / 9, () => '10.0.0.1')}`),
  () =>
    conf('a megabyte of addresses', `bind ${words(MEGABYTE / 12, (at) => `10.${at % 250}.${at % 199}.${at % 251}`)}`),
  () => conf('a megabyte of save points', `save ${words(MEGABYTE / 6, (at) => String(at % 900))}`),
  () => conf('a megabyte of quoted save points', `save "${words(MEGABYTE / 6, (at) => String(at % 900))}"`),
  () => conf('a megabyte of limits', `client-output-buffer-limit ${words(MEGABYTE / 20, () => 'normal 0 0 0')}`),
  () => conf('a megabyte of events', `notify-keyspace-events ${'KEA'.repeat(MEGABYTE / 3)}`),
  () => conf('a megabyte of glob', `include ${'*?[a-'.repeat(MEGABYTE / 5)}`),
  () => conf('a megabyte of slashes', `dir ${'/..'.repeat(MEGABYTE / 3)}`),
  () => conf('a megabyte of title template', `proc-title-template "${'{title} '.repeat(MEGABYTE / 8)}"`),
  () => conf('a megabyte of percentiles', `latency-tracking-info-percentiles ${words(MEGABYTE / 5, () => '99.9')}`),
  () => conf('a megabyte of ACL rules', `user u ${words(MEGABYTE / 12, (at) => `~key${at}:* +get|x${at}`)}`),
  () => conf('a megabyte of equal ACL rules', `user u on ${'+@all -@all '.repeat(MEGABYTE / 12)}`),
  () => conf('a megabyte of parentheses', `user u on ${'( '.repeat(MEGABYTE / 2)}`),
  () => conf('a megabyte of selectors', `user u on ${'(~a +get) '.repeat(MEGABYTE / 10)}`),
  () => conf('a megabyte of one selector', `user u on (${'~a '.repeat(MEGABYTE / 3)})`),
  () => conf('a megabyte of one command rule', `user u on +${'|'.repeat(MEGABYTE)}`),
  () => conf('a megabyte of sentinel words', `sentinel monitor ${'m '.repeat(MEGABYTE / 2)}`, 'sentinel'),
  () => conf('a megabyte of sentinel name', `sentinel ${'x'.repeat(MEGABYTE)}`, 'sentinel'),
  () => conf('a megabyte of ACL line', `user u ${words(MEGABYTE / 12, (at) => `~key${at}:* +get|x${at}`)}`, 'acl'),
  () => conf('a megabyte of ACL name', `user ${'x'.repeat(MEGABYTE)} on`, 'acl'),
  () => conf('a megabyte of ACL parentheses', `user u on ${'( '.repeat(MEGABYTE / 2)}`, 'acl'),
  () => conf('a megabyte of ACL password', `user u on >${'x'.repeat(MEGABYTE)}`, 'acl'),
  () => conf('100,000 empty lines', '\n'.repeat(MANY)),
  () => conf('100,000 CRLF', '\r\n'.repeat(MANY)),
  () =>
    conf(
      '100,000 comments',
      lines(MANY, (at) => `# ${at}`),
    ),
  () =>
    conf(
      '100,000 commented directives',
      lines(MANY, (at) => `# maxmemory ${at}`),
    ),
  () =>
    conf(
      '100,000 banners',
      lines(MANY, (at) => (at % 2 === 0 ? `###### TITLE ${at} ######` : 'port 1')),
    ),
  () =>
    conf(
      '100,000 equal lines',
      lines(MANY, () => 'timeout 0'),
    ),
  () =>
    conf(
      '100,000 lines of one directive',
      lines(MANY, (at) => `timeout ${at}`),
    ),
  () =>
    conf(
      '100,000 unknown names',
      lines(MANY, (at) => `name-${at} 1`),
    ),
  () =>
    conf(
      '100,000 misspelt names',
      lines(MANY, (at) => `maxmemoy${at % 10} ${at}`),
    ),
  () =>
    conf(
      '100,000 unbalanced lines',
      lines(MANY, (at) => `requirepass "${at}`),
    ),
  () =>
    conf(
      '100,000 refused values',
      lines(MANY, (at) => `port x${at}`),
    ),
  () =>
    conf(
      '100,000 users',
      lines(MANY, (at) => `user u${at} on >p${at} ~k${at}:* +@all`),
    ),
  () =>
    conf(
      '100,000 users of one name',
      lines(MANY, () => 'user u on nopass ~* +@all'),
    ),
  () =>
    conf(
      '100,000 renamed commands',
      lines(MANY, (at) => `rename-command C${at} C${at + 1}`),
    ),
  () =>
    conf(
      '100,000 save lines',
      lines(MANY, (at) => `save ${at + 1} 1`),
    ),
  () =>
    conf(
      '100,000 includes',
      lines(MANY, (at) => `include ${at}.conf`),
    ),
  () =>
    conf(
      '100,000 modules',
      lines(MANY, (at) => `loadmodule /m${at}.so`),
    ),
  () =>
    conf(
      '100,000 pragmas',
      lines(MANY, (at) => `# redis-environments: ignore=rule-${at}`),
    ),
  () =>
    conf(
      '100,000 rewrite marks',
      lines(MANY, () => '# Generated by CONFIG REWRITE'),
    ),
  () =>
    conf(
      '100,000 primaries',
      lines(MANY, (at) => `sentinel monitor m${at} 10.0.0.1 6379 2`),
      'sentinel',
    ),
  () =>
    conf(
      '100,000 times of unknown primaries',
      lines(MANY, (at) => `sentinel down-after-milliseconds m${at} 5000`),
      'sentinel',
    ),
  () =>
    conf(
      '100,000 known replicas',
      lines(MANY, (at) => `sentinel known-replica m 10.0.0.1 ${at}`),
      'sentinel',
    ),
  () =>
    conf(
      '100,000 lines of ACL',
      lines(MANY, (at) => `user u${at} on >p${at} ~k${at}:* +@all`),
      'acl',
    ),
  () =>
    conf(
      '100,000 equal lines of ACL',
      lines(MANY, () => 'user u on nopass ~* +@all'),
      'acl',
    ),
];
