import { type Argument, argumentTexts } from '../arguments';
import { ANY_IPV4, ANY_IPV6, type BindAddress, collide, isMappedIPv4, readAddress } from '../bindAddress';
import { certain, choice, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import { knowsOptionalAddress, listenFailure, type Port } from '../listening';
import type { DocumentReport, DocumentRule, RuleEnvironment } from '../rule';
import type { Occurrence, Settings } from '../settings';
import { trailingComment } from '../slips';
import { shown, stops } from '../wording';

const BUS_DISTANCE = 10_000n;

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

/** The first port that is opened; undefined when there is none, and the addresses do not matter. */
function portOf(settings: Settings): Port | undefined {
  const plain = settings.number('port') ?? 0n;
  if (plain !== 0n) return { number: plain, kind: 'tcp' };
  const tls = settings.number('tls-port') ?? 0n;
  if (tls !== 0n) return { number: tls, kind: 'tls' };
  if (!settings.isOn('cluster-enabled')) return undefined;
  // The bus is opened all the same.
  const bus = settings.number('cluster-port') ?? 0n;
  return { number: bus === 0n ? BUS_DISTANCE : bus, kind: 'cluster' };
}

function addressOf(text: string, env: RuleEnvironment): BindAddress | undefined {
  const optional = knowsOptionalAddress(env);
  const bare = optional && text.startsWith('-') ? text.slice(1) : text;
  if (bare === '*') return ANY_IPV4;
  if (optional && bare === '::*') return ANY_IPV6;
  return readAddress(bare);
}

function noAddress(bind: Occurrence, argument: Argument, port: Port, env: RuleEnvironment): DocumentReport {
  const { text, word } = argument;
  const mapped = addressOf(text, env) !== undefined;
  const reason = listenFailure(port, text, mapped ? 'bind: Invalid argument' : 'Name or service not known', env);
  const name = bind.content.words[0];
  const comment =
    text.startsWith('#') && name ? trailingComment({ ...bind, name, line: bind.content }, reason, stops) : undefined;
  if (comment) return { ...comment, line: bind.line, fixes: (comment.fixes ?? []).map((fix) => moved(fix, bind.line)) };
  const optional = text.startsWith('-') && !knowsOptionalAddress(env) ? '; a leading "-" is understood since 6.2' : '';
  const network = /^[\d.]+\/\d+$/.test(text) ? '; a network is none, and who may connect is for the firewall' : '';
  return {
    line: bind.line,
    span: word,
    message: mapped
      ? `${shown(text)} is an IPv4 address written as one of IPv6, and cannot be bound; write the IPv4 address. ${stops(reason)}`
      : `${shown(text)} is no address and no host name${optional}${network}. ${stops(reason)}`,
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
  if (text.startsWith('-') && addressOf(text.slice(1), env)) {
    return [choice('Remove the "-"', replaceSpan({ start: word.start, end: word.start + 1 }, '', bind.line))];
  }
  const mapped = /^::ffff:([\d.]+)$/i.exec(text)?.[1];
  if (mapped !== undefined) return [certain(`Change to ${mapped}`, replaceSpan(word, mapped, bind.line))];
  const parts = text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map((part) => part.replace(/^\[(.*)\]$/, '$1'));
  const meant = parts.join(' ');
  if (parts.length > 0 && meant !== text.trim() && parts.every((part) => addressOf(part, env))) {
    return [certain(`Change to ${shown(meant)}`, replaceSpan(word, meant, bind.line))];
  }
  if (word.quoted && parts.length > 0 && parts.every((part) => addressOf(part, env))) {
    return [certain('Remove the quotes', replaceSpan(word, meant, bind.line))];
  }
  const [, host = ''] = /^\[?(.+?)\]?:\d+$/.exec(text) ?? [];
  return addressOf(host, env) ? [choice(`Change to ${shown(host)}`, replaceSpan(word, host, bind.line))] : [];
}

function listedTwice(
  bind: Occurrence,
  { text, word }: Argument,
  other: string,
  port: Port,
  env: RuleEnvironment,
): DocumentReport {
  const reason = listenFailure(port, text, 'bind: Address already in use', env);
  const same = text === other;
  const what = same ? `${shown(text)} is listed twice` : `${shown(text)} is bound with ${shown(other)} already`;
  const { words } = bind.content;
  // Where a word stands three times, two go.
  const surplus = same ? bind.args.filter((each) => each.text === text).slice(1) : [word];
  const edits = surplus.map(({ start, end }) =>
    replaceSpan({ start: words.findLast((each) => each.end <= start)?.end ?? start, end }, '', bind.line),
  );
  return {
    line: bind.line,
    span: word,
    message: `${what}, and the server finds its own port in use. ${stops(reason)}`,
    fixes: word.text === text ? [(same ? certain : choice)(`Remove ${shown(text)}`, ...edits)] : [],
  };
}
