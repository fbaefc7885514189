import { argumentTexts } from '../arguments';
import type { DocumentRule, RuleEnvironment } from '../rule';
import { compareVersions } from '../target';
import { isIPv4, isIPv6 } from '../values';

/** Since 6.2 a leading `-` marks an address that may be missing, and `*` and `::*` mean all addresses. */
function knowsOptional(env: RuleEnvironment): boolean {
  return env.era === 7 || compareVersions(env.target.version, '6.2.0') >= 0;
}

/** Could any machine resolve this? Dotted numbers are read like `inet_aton` does: `127.1` is an address. */
function couldResolve(address: string): boolean {
  if (isIPv4(address) || isIPv6(address.replace(/%[\w.-]+$/, ''))) return true;
  if (/^[\d.]+$/.test(address)) {
    const parts = address.split('.');
    return parts.length <= 4 && parts.every((part, index) => part !== '' && Number(part) < (index === parts.length - 1 ? 256 ** (5 - parts.length) : 256));
  }
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_.])?$/u.test(address);
}

/** The same address in one spelling; names are compared as they are. */
function canonical(address: string): string {
  const bare = address.toLowerCase();
  if (bare === '*') return '0.0.0.0';
  if (bare === '::*') return '::';
  return bare;
}

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
    if (settings.number('port') === 0n && (settings.number('tls-port') ?? 0n) === 0n) return;
    const seen = new Set<string>();
    const optional = knowsOptional(env);
    for (const { text, word } of argumentTexts(bind, env)) {
      const address = optional && text.startsWith('-') ? text.slice(1) : text;
      if (address === '' && env.era === 7) continue;
      const all = optional && (address === '*' || address === '::*');
      if (!all && !couldResolve(address) && !(address === '*' && !optional)) {
        const comment = text.startsWith('#');
        yield {
          line: bind.line,
          span: comment ? { start: word.start, end: bind.content.text.trimEnd().length } : word,
          message: comment
            ? 'A comment cannot stand behind a value: the server takes "#" and what follows as addresses to bind, and stops when it opens the port.'
            : `"${text}" is no address and no host name${text.startsWith('-') && !optional ? ' (a leading "-" is understood since 6.2)' : ''}. The server stops when it opens the port.`,
        };
        return;
      }
      const same = canonical(address);
      if (seen.has(same)) {
        yield {
          line: bind.line,
          span: word,
          message: `"${text}" is listed twice. The second time the address is in use by the server itself, which stops.`,
        };
        return;
      }
      seen.add(same);
    }
  },
};

