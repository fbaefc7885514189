import type { Directive } from './catalogue/catalogue';
import type { DirectiveDoc } from './catalogue/docs/types';
import { defaultText } from './describeDirective';
import { own } from './own';
import { usageParameters } from './usage';

/** Arguments to begin with, where neither the default nor the name of an argument would help. One entry an argument. */
const BEGINNINGS: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  bind: ['127.0.0.1'],
  'client-output-buffer-limit': [['normal', 'replica', 'pubsub'], '256mb', '64mb', '60'],
  'latency-tracking-info-percentiles': ['50 99 99.9'],
  maxmemory: ['2gb'],
  'maxmemory-clients': ['5%'],
  'notify-keyspace-events': ['Ex'],
  'oom-score-adj-values': ['0', '200', '800'],
  'rename-command': ['FLUSHALL', '""'],
  replicaof: ['host', '6379'],
  save: ['900', '1'],
  unixsocketperm: ['700'],
  'tls-protocols': ['"TLSv1.2 TLSv1.3"'],
  user: ['name', 'on', '>password', '~*', '+@all', '-@dangerous'],
};

/** The same for the lines of a sentinel file. */
const SENTINEL_BEGINNINGS: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  monitor: ['mymaster', '127.0.0.1', '6379', '2'],
  'down-after-milliseconds': ['mymaster', '30000'],
  'failover-timeout': ['mymaster', '180000'],
  'parallel-syncs': ['mymaster', '1'],
  'announce-port': ['26379'],
  'master-reboot-down-after-period': ['mymaster', '60000'],
  'primary-reboot-down-after-period': ['mymaster', '60000'],
};

/** The arguments of a directive as a snippet, with a place to fill in for each. */
export function argumentSnippet({ key, facts }: Directive, doc: DirectiveDoc | undefined): string {
  const beginning = own(BEGINNINGS, key);
  if (beginning) return beginning.map(field).join(' ');
  const fallback = defaultText(facts);
  switch (facts.type) {
    case 'bool':
      return field(fallback === 'yes' ? ['no', 'yes'] : ['yes', 'no'], 0);
    case 'enum': {
      const words = facts.values ?? [];
      if (!facts.bitflags)
        return field(
          [...words].sort((a, b) => Number(b === fallback) - Number(a === fallback)),
          0,
        );
      return field(fallback || (words[0] ?? ''), 0);
    }
    case 'memory':
      if (/^\d+$/.test(fallback) && fallback !== '0') return field(shortSize(BigInt(fallback)), 0);
      break;
    default:
      if (fallback !== '' && fallback !== '0' && !/\s/.test(fallback)) return field(fallback, 0);
  }
  return shapeSnippet(doc);
}

/** The arguments behind `sentinel <sub>` as a snippet; `primary` is the name that the file already uses. */
export function sentinelSnippet(sub: string, doc: DirectiveDoc, primary: string | undefined): string {
  const beginning = own(SENTINEL_BEGINNINGS, sub) ?? shapeOf(doc);
  const named = doc.usage.startsWith('<name>');
  return beginning.map((text, at) => field(named && at === 0 && primary !== undefined ? primary : text, at)).join(' ');
}

function shapeSnippet(doc: DirectiveDoc | undefined): string {
  return doc ? shapeOf(doc).map(field).join(' ') : '';
}

/** The arguments that must be there: `<seconds>` becomes `seconds`, `yes|no` a choice. */
function shapeOf(doc: DirectiveDoc): (string | readonly string[])[] {
  return usageParameters(doc.usage)
    .filter(({ optional }) => !optional)
    .map(({ text }) =>
      /^[\w-]+(?:\|[\w-]+)+$/.test(text) ? text.split('|') : (/^<([^>]*)>$/.exec(text)?.[1] ?? text),
    );
}

/** `${1:text}` or `${1|a,b|}`. */
function field(text: string | readonly string[], index: number): string {
  if (typeof text === 'string') return `\${${index + 1}:${text.replace(/[\\$}]/g, '\\$&')}}`;
  return `\${${index + 1}|${text.map((word) => word.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

/** Bytes with the largest unit that leaves no rest: 104857600 is `100mb`. */
export function shortSize(bytes: bigint): string {
  for (const [unit, size] of [
    ['gb', 1n << 30n],
    ['mb', 1n << 20n],
    ['kb', 1n << 10n],
  ] as const) {
    if (bytes >= size && bytes % size === 0n) return `${bytes / size}${unit}`;
  }
  return bytes.toString();
}
