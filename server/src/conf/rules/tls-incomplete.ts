import { certain, choice, replaceSpan } from '../fix';
import type { Fix, Span } from '../finding';
import type { DocumentRule } from '../rule';
import type { Occurrence, Settings } from '../settings';
import { isWhole } from '../stated';
import type { Word } from '../syntax';
import { shown, stops } from '../wording';

const PROTOCOLS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** What is missing, for people, and the words of the server's log. */
interface Missing {
  readonly what: string;
  readonly reason: string;
}

/** TLS is used, but certificate, key, authority or protocols are not usable. */
export const tlsIncomplete: DocumentRule = {
  id: 'tls-incomplete',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'TLS is used without certificate, key or authority, or with unknown protocols',
  *check(settings, env) {
    if (!isWhole(settings, env)) return;
    const used = userOfTls(settings);
    if (!used || used.included) return;
    const missing = missingFor(settings);
    if (missing) {
      yield {
        line: used.line,
        message: `TLS is switched on here, but ${missing.what}. ${stops(missing.reason)}`,
      };
      return;
    }
    const protocols = settings.last('tls-protocols');
    const word = protocols?.args[0];
    // An empty text means the default; two blanks between protocols are a protocol without a name.
    const unknown = word?.text === '' ? undefined : word?.text.split(' ').find((each) => !isProtocol(each));
    if (protocols && !protocols.included && word && unknown !== undefined) {
      yield {
        line: protocols.line,
        span: spanOf(unknown, word, protocols.content.text),
        message: `${shown(unknown)} is no protocol; ${PROTOCOLS.join(', ')} are, with one blank between them in one quoted text. ${stops('Failed to configure TLS. Check logs for more info.')}`,
        fixes: protocolFixes(unknown, word, protocols),
      };
    }
  },
};

/** The line that makes the server set up TLS. */
function userOfTls(settings: Settings): Occurrence | undefined {
  if ((settings.number('tls-port') ?? 0n) !== 0n) return settings.last('tls-port');
  return ['tls-replication', 'tls-cluster']
    .map((key) => (settings.isOn(key) ? settings.last(key) : undefined))
    .find(Boolean);
}

function missingFor(settings: Settings): Missing | undefined {
  const has = (key: string): boolean => (settings.written(key) ?? '') !== '';
  for (const key of ['tls-cert-file', 'tls-key-file']) {
    if (!has(key)) return { what: `there is no "${key}"`, reason: `No ${key} configured!` };
  }
  const clientsChecked = (settings.value('tls-auth-clients') ?? 'yes').toLowerCase() !== 'no';
  const needsCa = clientsChecked || settings.isOn('tls-cluster') || settings.isOn('tls-replication');
  if (!needsCa || has('tls-ca-cert-file') || has('tls-ca-cert-dir')) return undefined;
  return {
    what: 'there is no "tls-ca-cert-file" and no "tls-ca-cert-dir" against which certificates of others are checked',
    reason:
      'Either tls-ca-cert-file or tls-ca-cert-dir must be specified when tls-cluster, tls-replication or tls-auth-clients are enabled!',
  };
}

function isProtocol(text: string): boolean {
  return PROTOCOLS.some((protocol) => protocol.toLowerCase() === text.toLowerCase());
}

/** The protocol itself, where the text is written as the server sees it. */
function spanOf(unknown: string, word: Word, text: string): Span {
  const written = text.slice(word.start, word.end);
  const offset = written.includes('\\') || unknown === '' ? -1 : written.indexOf(unknown);
  return offset < 0 ? word : { start: word.start + offset, end: word.start + offset + unknown.length };
}

/** `TLS1.2`, `TLSv12` and `1.2` are TLSv1.2. */
function protocolFixes(unknown: string, word: Word, { content, line }: Occurrence): Fix[] {
  const parts = word.text.split(/[,;: ]+/).filter((part) => part !== '');
  if (parts.length > 0 && parts.every(isProtocol)) {
    return [certain('Separate the protocols by blanks', replaceSpan(word, `"${parts.join(' ')}"`, line))];
  }
  const version = /^(?:tls)?[ _-]?v?1(?:[._]?([0-3]))?,?$/i.exec(unknown);
  const span = spanOf(unknown, word, content.text);
  if (!version || span === word) return [];
  const name = version[1] === undefined || version[1] === '0' ? 'TLSv1' : `TLSv1.${version[1]}`;
  return [choice(`Change to ${name}`, replaceSpan(span, name, line))];
}
