import { choice, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import type { DirectiveRule, RuleEnvironment } from '../rule';
import { processTitleFault } from '../processTitle';
import { quoteWord, type Word } from '../syntax';
import { atLeast } from '../target';
import { byteLength, isIPv4, isIPv6 } from '../values';
import { shown, stops, stopsHere } from '../wording';

/** What a directive does not take: why, for people, and in the server's words. */
interface Fault {
  readonly why: string;
  readonly reason: string;
  /** The server says it after it has read the whole file. */
  readonly late?: boolean;
  readonly meant?: string | undefined;
}

type TextCheck = (text: string, env: RuleEnvironment) => Fault | undefined;

const REFUSED_IN_NAMES = /[!#$%&()*+;<>?@[\]^{|}~\u0000]/;
const REFUSED_IN_NAMES_LATER = /[!#$%&()*+;<>?@[\]^{|}~,="'\\\u0000-\u0020\u007f]/;

/** Redis 8.6 and Valkey 9 check announced names more strictly than those before; only Valkey takes a colon. */
function isRefusedInNames(text: string, env: RuleEnvironment): boolean {
  const strict = atLeast(env.target, 'redis', '8.1.0') || atLeast(env.target, 'valkey', '9.0.0');
  if (env.target.product === 'redis' && text.includes(':')) return true;
  return (strict ? REFUSED_IN_NAMES_LATER : REFUSED_IN_NAMES).test(text);
}

/** The text up to a NUL byte, which is all that checks on C strings see. */
function asCString(check: TextCheck): TextCheck {
  return (text, env) => check(text.split('\0', 1)[0] ?? '', env);
}

function fileName(label: string, kind: 'filename' | 'dirname'): TextCheck {
  return asCString((text, env) => {
    if (/[/\\]/.test(text)) {
      const meant = text.split(/[/\\]/).findLast((part) => part !== '');
      const why = 'it is a name without a path, and "dir" says where it lies';
      return { why, reason: `${label} can't be a path, just a ${kind}`, meant };
    }
    const refusesEmpty =
      label === 'dbfilename' ? atLeast(env.target, 'valkey', '8.0.0') : label === 'appenddirname' || env.era === 7;
    return text === '' && refusesEmpty ? { why: 'it needs a name', reason: `${label} can't be empty` } : undefined;
  });
}

function address(family: 'IPv4' | 'IPv6', isAddress: (text: string) => boolean): TextCheck {
  return asCString((text) =>
    text === '' || isAddress(text)
      ? undefined
      : { why: `it is an ${family} address`, reason: `Invalid ${family} address` },
  );
}

/** What each directive refuses. */
const CHECKS: Readonly<Record<string, TextCheck>> = {
  appendfilename: fileName('appendfilename', 'filename'),
  appenddirname: fileName('appenddirname', 'dirname'),
  dbfilename: fileName('dbfilename', 'filename'),
  'cluster-config-file': asCString((text, env) =>
    text === '' && atLeast(env.target, 'valkey', '8.0.0')
      ? { why: 'it needs a name', reason: "cluster-config-file can't be empty", meant: 'nodes.conf' }
      : undefined,
  ),
  'cluster-announce-hostname': asCString((text) => {
    if (byteLength(text) >= 256) {
      return { why: 'a host name has at most 255 characters', reason: 'Hostnames must be less than 256 characters' };
    }
    if (/^[A-Za-z0-9.-]*$/.test(text)) return undefined;
    const reason = 'Hostnames may only contain alphanumeric characters, hyphens or dots';
    return { why: 'a host name has letters, digits, hyphens and dots', reason };
  }),
  'cluster-announce-human-nodename': (text, env) => {
    if (!isRefusedInNames(text, env)) return undefined;
    const reason = 'Announced human node name contained invalid character';
    return { why: 'a node name has no special characters', reason };
  },
  'cluster-announce-ip': announcedAddress,
  'cluster-announce-client-ipv4': address('IPv4', isIPv4),
  'cluster-announce-client-ipv6': address('IPv6', isIPv6),
  'hash-seed': (text) =>
    byteLength(text) > 256
      ? { why: 'it has at most 256 characters', reason: 'hash-seed must be less than or equal to 256 characters' }
      : undefined,
  requirepass: (text, env) =>
    !atLeast(env.target, 'redis', '6.2.1') && env.target.product === 'redis' && byteLength(text) > 512
      ? { why: 'it has at most 512 bytes', reason: 'Password is longer than CONFIG_AUTHPASS_MAX_LEN' }
      : undefined,
  'proc-title-template': asCString((text) => {
    const why = processTitleFault(text);
    return why === undefined ? undefined : { why, reason: 'template format is invalid or contains unknown variables' };
  }),
  dir: asCString((text, env) =>
    text === ''
      ? {
          why: 'it needs a directory',
          reason: atLeast(env.target, 'valkey', '8.0.0')
            ? "dir can't be empty"
            : env.era === 7
              ? 'No such file or directory'
              : "Can't chdir to '': No such file or directory",
          late: env.era !== 7,
          meant: './',
        }
      : undefined,
  ),
  // Since 7.0 only the last line opens its file, after the load.
  logfile: asCString((text, env) =>
    env.era !== 7 && /(?:^|\/)\.{0,2}$/.test(text) && text !== ''
      ? {
          why: 'it names a file, and this is a directory',
          reason: "Can't open the log file: Is a directory",
          late: false,
        }
      : undefined,
  ),
};

function announcedAddress(text: string, env: RuleEnvironment): Fault | undefined {
  if (atLeast(env.target, 'redis', '8.1.0')) {
    const bare = text.split('\0', 1)[0] ?? '';
    if (bare === '' || isIPv4(bare) || isIPv6(bare)) return undefined;
    const why = 'it is an IPv4 or IPv6 address, and a host name goes to "cluster-announce-hostname"';
    return { why, reason: 'Cluster announce IP must be a valid IPv4 or IPv6 address' };
  }
  if (!atLeast(env.target, 'valkey', '9.0.0')) return undefined;
  if (byteLength(text) >= 46) {
    return { why: 'it has at most 45 characters', reason: 'cluster-announce-ip is too long' };
  }
  if (!isRefusedInNames(text, env)) return undefined;
  return {
    why: 'an address has no blanks and special characters',
    reason: 'cluster-announce-ip contains invalid character',
  };
}

/** A text that the directive's own rule refuses: a path for a file name, a bad host name, an empty name. */
export const textValue: DirectiveRule = {
  id: 'text-value',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: Object.keys(CHECKS),
  title: 'A name, address or template that the directive does not take',
  check: ({ directive, name, args }, env) => {
    const value = args[0];
    const fault = value && CHECKS[directive.key]?.(value.text, env);
    if (!value || !fault) return undefined;
    // A password is not repeated, not even a refused one.
    const given = directive.key === 'requirepass' ? 'this password' : shown(value.text);
    return {
      span: value,
      message: `"${name.text}" does not take ${given}: ${fault.why}. ${(fault.late ? stops : stopsHere)(fault.reason)}`,
      fixes: meantFixes(value, fault),
    };
  },
};

function meantFixes(value: Word, { meant }: Fault): Fix[] {
  if (meant === undefined || meant === '.' || meant === '..') return [];
  return [choice(`Change to ${shown(meant)}`, replaceSpan(value, quoteWord(meant)))];
}
