import type { RuleEnvironment } from './rule';
import type { Settings } from './settings';
import { usesTls } from './tls';
import { readPercent } from './values';

/** Why lines of some directives do nothing: `when` another setting makes them so, `because` says it. */
export interface Cause {
  readonly when: (settings: Settings, env: RuleEnvironment) => boolean;
  readonly because: string;
}

function off(key: string): Cause {
  return { when: (settings) => !settings.isOn(key), because: `as long as "${key}" is no` };
}

function zero(key: string, because: string): Cause {
  return { when: (settings) => settings.number(key) === 0n, because };
}

function negative(key: string): Cause {
  return {
    when: (settings) => (settings.number(key) ?? 0n) < 0n,
    because: `as long as "${key}" is negative, which switches the log off`,
  };
}

function policyIs(test: (policy: string) => boolean, because: string): Cause {
  return { when: (settings) => test((settings.value('maxmemory-policy') ?? '').toLowerCase()), because };
}

const NO_AOF = off('appendonly');
const NO_SYSLOG = off('syslog-enabled');
const NO_DISKLESS = off('repl-diskless-sync');
const NO_SOCKET: Cause = {
  when: (settings) => (settings.value('unixsocket') ?? '') === '',
  because: 'without a "unixsocket"',
};
const NO_MAXMEMORY = zero('maxmemory', 'without a "maxmemory"');
const NO_EVICTION = policyIs((policy) => policy === 'noeviction', 'as long as "maxmemory-policy" is noeviction');
const NO_LFU = policyIs((policy) => !policy.endsWith('-lfu'), 'unless "maxmemory-policy" is one of the lfu policies');
const ONE_THREAD: Cause = {
  when: (settings) => settings.number('io-threads') === 1n,
  because: 'as long as "io-threads" is 1',
};

const BY_KEY: ReadonlyMap<string, Cause> = new Map<string, Cause>([
  ...[
    'appendfsync',
    'appendfilename',
    'appenddirname',
    'auto-aof-rewrite-percentage',
    'auto-aof-rewrite-min-size',
    'no-appendfsync-on-rewrite',
    'aof-load-truncated',
    'aof-load-corrupt-tail-max-size',
    'aof-use-rdb-preamble',
    'aof-rewrite-incremental-fsync',
    'aof-timestamp-enabled',
    'aof-disable-auto-gc',
    'aof-rewrite-cpulist',
  ].map((key) => [key, NO_AOF] as const),
  ['maxmemory-policy', NO_MAXMEMORY],
  ['maxmemory-samples', NO_EVICTION],
  ['maxmemory-eviction-tenacity', NO_EVICTION],
  [
    'maxmemory-clients',
    {
      when: (settings) =>
        settings.number('maxmemory') === 0n && readPercent(settings.value('maxmemory-clients') ?? '') !== undefined,
      because: 'without a "maxmemory", of which it is a share',
    },
  ],
  ['lfu-log-factor', NO_LFU],
  ['lfu-decay-time', NO_LFU],
  ['unixsocketperm', NO_SOCKET],
  ['unixsocketgroup', NO_SOCKET],
  ['min-replicas-max-lag', zero('min-replicas-to-write', 'as long as "min-replicas-to-write" is 0')],
  ['repl-diskless-sync-delay', NO_DISKLESS],
  ['repl-diskless-sync-max-replicas', NO_DISKLESS],
  ['dual-channel-replication-enabled', NO_DISKLESS],
  ['syslog-ident', NO_SYSLOG],
  ['syslog-facility', NO_SYSLOG],
  [
    'oom-score-adj-values',
    {
      when: (settings) => (settings.value('oom-score-adj') ?? '').toLowerCase() === 'no',
      because: 'as long as "oom-score-adj" is no',
    },
  ],
  ['latency-tracking-info-percentiles', off('latency-tracking')],
  ['slowlog-max-len', negative('slowlog-log-slower-than')],
  ['commandlog-large-request-max-len', negative('commandlog-request-larger-than')],
  ['commandlog-large-reply-max-len', negative('commandlog-reply-larger-than')],
  [
    'notify-keyspace-events',
    {
      when: (settings) => /^[^KE]+$/.test(settings.value('notify-keyspace-events') ?? ''),
      because: 'without K or E, which say where events are published',
    },
  ],
  ['io-threads-do-reads', ONE_THREAD],
  ['io-threads-always-active', ONE_THREAD],
  ['proc-title-template', off('set-proc-title')],
]);

const NO_CLUSTER = off('cluster-enabled');
const NO_DEFRAG = off('activedefrag');
const NO_TLS: Cause = {
  when: (settings) => !usesTls(settings),
  because: 'without a "tls-port", "tls-replication" or "tls-cluster"',
};
/** These are what switches their family on. */
const SWITCHES = new Set(['cluster-enabled', 'tls-port', 'tls-replication', 'tls-cluster']);

/** What could make the lines of a directive do nothing; undefined when nothing known does. */
export function causeOf(key: string): Cause | undefined {
  const cause = BY_KEY.get(key);
  if (cause || SWITCHES.has(key)) return cause;
  if (key.startsWith('cluster-')) return NO_CLUSTER;
  if (key.startsWith('tls-')) return NO_TLS;
  return key.startsWith('active-defrag-') ? NO_DEFRAG : undefined;
}
