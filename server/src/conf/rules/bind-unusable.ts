import { type Argument, argumentTexts } from '../arguments';
import { ANY_IPV4, ANY_IPV6, type BindAddress, collide, isMappedIPv4, readAddress } from '../bindAddress';
import { certain, choice, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import type { DocumentReport, DocumentRule, RuleEnvironment } from '../rule';
import type { Occurrence, Settings } from '../settings';
import { trailingComment } from '../slips';
import { compareVersions } from '../target';
import { shown, stops } from '../wording';

/** An address that no machine can bind, or one that is listed twice. */
export const bindUnusable: DocumentRule = {
  id: 'bind-unusable',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'An address to bind that is none, or is listed twice',
  *check(settings, env) {
    const bind = settings.last('bind');
    if (!bind || bind.included) return;
    const port = portOf(settings);
    if (port === undefined) return;
    const given = argumentTexts(bind, env);
    // Since 7.0 an empty list closes the port; what follows from that is for nowhere-to-listen.
    if (env.era === 7 && given.length <= 1 && (given[0]?.text ?? '') === '') return;
    const seen: { readonly text: string; readonly address: BindAddress }[] = [];
    for (const argument of given) {
      const address = addressOf(argument.text, env);
      if (!address || isMappedIPv4(address)) {
        yield noAddress(bind, argument, port, env);
        return;
      }
      const other = seen.find((each) => collide(each.address, address));
      if (other) {
        yield listedTwice(bind, argument, other.text, port, env);
        return;
      }
      seen.push({ text: argument.text, address });
    }
  },
};

/** The first port that is opened, with its kind; undefined when there is none, and the addresses do not matter. */
function portOf(settings: Settings): { readonly number: bigint; readonly tls: boolean } | undefined {
  const plain = settings.number('port') ?? 0n;
  if (plain !== 0n) return { number: plain, tls: false };
  const tls = settings.number('tls-port') ?? 0n;
  return tls === 0n ? undefined : { number: tls, tls: true };
}

type Port = NonNullable<ReturnType<typeof portOf>>;

/** Since 6.2 a leading `-` marks an address that may be missing, and `::*` means all IPv6 addresses. */
function knowsOptional(env: RuleEnvironment): boolean {
  return env.era === 7 || compareVersions(env.target.version, '6.2.0') >= 0;
}

function addressOf(text: string, env: RuleEnvironment): BindAddress | undefined {
  const optional = knowsOptional(env);
  const bare = optional && text.startsWith('-') ? text.slice(1) : text;
  if (bare === '*') return ANY_IPV4;
  if (optional && bare === '::*') return ANY_IPV6;
  return readAddress(bare);
}

function reasonOf(text: string, why: string, { number, tls }: Port, env: RuleEnvironment): string {
  if (!knowsOptional(env)) return `Could not create server TCP listening socket ${text}:${number}: ${why}`;
  const kind = tls ? 'tls' : 'tcp';
  const upper = env.target.product === 'redis' && compareVersions(env.target.version, '7.2.0') < 0;
  return `Failed listening on port ${number} (${upper ? kind.toUpperCase() : kind}), aborting.`;
}

function noAddress(bind: Occurrence, argument: Argument, port: Port, env: RuleEnvironment): DocumentReport {
  const { text, word } = argument;
  const reason = reasonOf(text, 'Name or service not known', port, env);
  const name = bind.content.words[0];
  const comment = text.startsWith('#') && name ? trailingComment({ ...bind, name, line: bind.content }, reason, stops) : undefined;
  if (comment) return { ...comment, line: bind.line, fixes: (comment.fixes ?? []).map((fix) => moved(fix, bind.line)) };
  const optional = text.startsWith('-') && !knowsOptional(env) ? '; a leading "-" is understood since 6.2' : '';
  const network = /^[\d.]+\/\d+$/.test(text) ? '; a network is none, and who may connect is for the firewall' : '';
  return {
    line: bind.line,
    span: word,
    message: `${shown(text)} is no address of a machine and no host name${optional}${network}. ${stops(reason)}`,
    fixes: addressFixes(argument, bind, env),
  };
}

function moved(fix: Fix, line: number): Fix {
  const edits = fix.edits.map(({ range: { start, end }, newText }) => ({
    range: { start: { ...start, line: start.line + line }, end: { ...end, line: end.line + line } },
    newText,
  }));
  return { ...fix, edits };
}

/** What was meant, as far as it is addresses: `[::1]`, `127.0.0.1,`, `"127.0.0.1 ::1"`, `127.0.0.1:6379`, `=`. */
function addressFixes({ text, word }: Argument, bind: Occurrence, env: RuleEnvironment): Fix[] {
  if (word.text !== text) return [];
  if (text === '=') {
    const next = bind.args.find(({ start }) => start > word.start);
    return next ? [certain('Remove the "="', replaceSpan({ start: word.start, end: next.start }, '', bind.line))] : [];
  }
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '').map((part) => part.replace(/^\[(.*)\]$/, '$1'));
  const meant = parts.join(' ');
  if (parts.length > 0 && meant !== text.trim() && parts.every((part) => addressOf(part, env))) {
    return [certain(`Change to ${meant}`, replaceSpan(word, meant, bind.line))];
  }
  if (word.quoted && parts.length > 0 && parts.every((part) => addressOf(part, env))) {
    return [certain('Remove the quotes', replaceSpan(word, meant, bind.line))];
  }
  const [, host = ''] = /^\[?(.+?)\]?:\d+$/.exec(text) ?? /^-(.+)$/.exec(text) ?? [];
  return addressOf(host, env) ? [choice(`Change to ${host}`, replaceSpan(word, host, bind.line))] : [];
}

function listedTwice(
  bind: Occurrence,
  { text, word }: Argument,
  other: string,
  port: Port,
  env: RuleEnvironment,
): DocumentReport {
  const reason = reasonOf(text, 'bind: Address already in use', port, env);
  const same = text === other;
  const before = bind.content.words.findLast(({ end }) => end <= word.start);
  const remove = replaceSpan({ start: before?.end ?? word.start, end: word.end }, '', bind.line);
  const what = same ? `${shown(text)} is listed twice` : `${shown(other)} covers ${shown(text)} already`;
  return {
    line: bind.line,
    span: word,
    message: `${what}, and the server finds its own port in use. ${stops(reason)}`,
    fixes: word.text === text ? [(same ? certain : choice)(`Remove ${shown(text)}`, remove)] : [],
  };
}
