import type { Analysis } from './analyze';
import { aclItems } from './completeAcl';
import { sentinelItems } from './completeDirective';
import type { Directive } from './catalogue/catalogue';
import { commandsOf } from './catalogue/commands';
import { docOf } from './catalogue/docs';
import { type CompletionItem, wordItems } from './completion';
import { defaultText } from './describeDirective';
import { bufferClassWords, bytesText, keyspaceEventWords, savePointText } from './meaning';
import { namesOf } from './names';
import { own } from './own';
import { readSentinelLine } from './sentinelLine';
import { shortSize } from './snippets';
import type { Typed } from './typing';
import { parameterOf, usageParameters } from './usage';
import { memoryMeaning } from './values';
import { keyspaceEventLetters } from './rules/keyspace-event-flags';

/** Words for directives whose grammar does not name them, by the position of the argument; the last list repeats. */
const WORDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  bind: [['127.0.0.1', '-::1', '*', '-::*', '0.0.0.0', '::1']],
  'ignore-warnings': [['ARM64-COW-BUG']],
  'latency-tracking-info-percentiles': [['50', '99', '99.9']],
  logfile: [['""']],
  'oom-score-adj-values': [['0'], ['200'], ['800']],
  replicaof: [['127.0.0.1'], ['6379']],
  'tls-protocols': [['"TLSv1.2 TLSv1.3"', '"TLSv1.3"', '"TLSv1.2"']],
  unixsocketperm: [['700', '770', '777']],
};
/** More names than this nobody picks from a list. */
const MOST_NAMES = 500;
const SAVE_SECONDS = ['3600', '900', '300', '60'];
const SAVE_CHANGES = ['1', '10', '100', '10000'];
const EVENT_PRESETS = ['Ex', 'KEA', 'AKE', '""'];
const SENTINEL_TIMES: Readonly<Record<string, readonly string[]>> = {
  'down-after-milliseconds': ['30000', '5000'],
  'failover-timeout': ['180000', '60000'],
};

/** What may be written as an argument of a directive; `bare` when nothing follows it on the line. */
export function valueItems(analysis: Analysis, directive: Directive, typed: Typed, bare: boolean): CompletionItem[] {
  const { env } = analysis.judge;
  const at = typed.index - 1;
  const { facts, key } = directive;
  const fixed = own(WORDS, key);
  if (fixed)
    return wordItems(/\d/.test(fixed[0]?.[0] ?? '') ? 'number' : 'word', fixed[Math.min(at, fixed.length - 1)] ?? []);
  switch (key) {
    case 'user':
      return at === 0 ? wordItems('name', ['default']) : aclItems(typed.prefix.replace(/^\(+/, ''), env.target);
    case 'masteruser':
      return at === 0 ? wordItems('name', namesOf(analysis, 'user', MOST_NAMES)) : [];
    case 'rename-command':
      if (at > 1) return [];
      return at === 1 ? wordItems('word', ['""'], () => ({ detail: 'disables the command' })) : commandItems(analysis);
    case 'sentinel':
      return at === 0 ? sentinelItems(analysis, '', bare) : sentinelArgument(analysis, typed);
    case 'save':
      return saveItems(typed);
    case 'notify-keyspace-events':
      return at === 0 ? eventItems(typed.prefix, keyspaceEventLetters(env)) : [];
    case 'client-output-buffer-limit':
      if (at % 4 === 0) return classItems();
      return at % 4 === 3 ? wordItems('number', ['60', '0']) : sizeItems(typed.prefix, ['256mb', '64mb', '0']);
    default:
      break;
  }
  if (at > 0 && !facts.bitflags) return [];
  const fallback = defaultText(facts);
  const isDefault = (word: string): { detail?: string } => (word === fallback ? { detail: 'default' } : {});
  switch (facts.type) {
    case 'bool':
      return wordItems('word', ['yes', 'no'], isDefault);
    case 'enum': {
      const taken = new Set(typed.words.slice(1, typed.index).map(({ text }) => text.toLowerCase()));
      const values = docOf(key)?.values;
      return wordItems(
        'word',
        (facts.values ?? []).filter((word) => !taken.has(word)),
        (word) => ({
          ...isDefault(word),
          documentation: values && own(values, word),
        }),
      );
    }
    case 'memory':
    case 'percent-or-memory': {
      const usual = key === 'maxmemory' ? ['1gb', '2gb', '4gb', '8gb'] : [];
      const known = /^\d+$/.test(fallback) ? [shortSize(BigInt(fallback))] : [];
      return sizeItems(typed.prefix, [...usual, ...known, ...(facts.type === 'memory' ? [] : ['5%'])]);
    }
    case 'int':
    case 'octal':
    case 'string':
      return fallback === '' || /\s/.test(fallback)
        ? []
        : wordItems(facts.type === 'string' ? 'word' : 'number', [fallback], isDefault);
    case 'special':
    case 'ignored':
      return [];
  }
}

function commandItems(analysis: Analysis): CompletionItem[] {
  const { target, kind } = analysis.judge.env;
  const commands = commandsOf(target, kind === 'sentinel' ? 'sentinel' : 'server');
  return wordItems(
    'command',
    commands.names.filter((name) => commands.isRenamable(name)).map((name) => name.toUpperCase()),
  );
}

/** A number with each unit, once its digits are there; else the usual sizes. */
function sizeItems(prefix: string, usual: readonly string[]): CompletionItem[] {
  const digits = /^(\d{1,15})[a-z]{0,2}$/i.exec(prefix)?.[1];
  const sizes = digits === undefined ? usual : ['gb', 'mb', 'kb', 'g', 'm', 'k'].map((unit) => `${digits}${unit}`);
  return wordItems('number', sizes, (size) => {
    const bytes = memoryMeaning(size);
    return { detail: bytes === undefined || bytes === 0n ? undefined : bytesText(bytes) };
  });
}

function classItems(): CompletionItem[] {
  return wordItems('word', ['normal', 'replica', 'pubsub'], (word) => ({ documentation: own(bufferClassWords, word) }));
}

function saveItems({ index, words }: Typed): CompletionItem[] {
  if (index % 2 === 0) {
    const seconds = BigInt(/^\d{1,9}$/.exec(words[index - 1]?.text ?? '')?.[0] ?? '0');
    return wordItems('number', SAVE_CHANGES, (changes) =>
      seconds > 0n ? { detail: savePointText(seconds, BigInt(changes)) } : {},
    );
  }
  const times = wordItems('number', SAVE_SECONDS);
  return index === 1 ? [...times, ...wordItems('word', ['""'], () => ({ detail: 'no snapshots' }))] : times;
}

/** The typed letters with each further one. */
function eventItems(prefix: string, letters: string): CompletionItem[] {
  const more = letters.split('').filter((letter) => !prefix.includes(letter));
  const presets = prefix === '' ? EVENT_PRESETS : [];
  return [
    ...wordItems('word', presets, (word) => ({
      detail: word === '""' ? 'no events' : word === 'Ex' ? 'expired keys' : 'all events',
    })),
    ...wordItems(
      'word',
      more.map((letter) => prefix + letter),
      (word) => ({
        documentation: own(keyspaceEventWords, word.slice(-1)),
      }),
    ).map((item) => ({ ...item, sortText: `5${item.sortText}` })),
  ];
}

function sentinelArgument(analysis: Analysis, typed: Typed): CompletionItem[] {
  const line = readSentinelLine({ kind: 'directive', text: '', words: typed.words });
  const parameters = usageParameters(line?.doc?.usage ?? '');
  const at = typed.index - 2;
  if (!line?.doc || at >= parameters.length) return [];
  switch (parameters[parameterOf(line.doc, at)]?.text) {
    case '<name>':
      return line.key === 'monitor'
        ? wordItems('name', ['mymaster'])
        : wordItems('name', namesOf(analysis, 'primary', MOST_NAMES));
    case 'yes|no':
      return wordItems('word', ['yes', 'no']);
    case '<milliseconds>':
      return wordItems('number', own(SENTINEL_TIMES, line.key) ?? ['60000']);
    case '<port>':
      return wordItems('number', line.key === 'announce-port' ? ['26379'] : ['6379']);
    case '<quorum>':
      return wordItems('number', ['2']);
    case '<command>':
      return wordItems(
        'command',
        commandsOf(analysis.judge.env.target).names.map((name) => name.toUpperCase()),
      );
    default:
      return [];
  }
}
