import type { DirectiveRule, RuleEnvironment } from '../rule';
import { atLeast } from '../target';
import { byteLength, isIPv4, isIPv6 } from '../values';

type TextCheck = (text: string, env: RuleEnvironment) => string | undefined;

const NODE_NAME_REFUSED = /[!#$%&()*+:;<>?@[\]^{|}~]/;
const NODE_NAME_REFUSED_LATER = /[!#$%&()*+:;<>?@[\]^{|}~,=\s"'\\\u0000-\u001f\u007f]/;

/** Characters of node names and, in Valkey 9, of announced addresses. */
function announcedCharacters(text: string, env: RuleEnvironment): boolean {
  const strict = atLeast(env.target, 'redis', '8.1.0') || atLeast(env.target, 'valkey', '9.0.0');
  return !(strict ? NODE_NAME_REFUSED_LATER : NODE_NAME_REFUSED).test(text);
}

function fileName(label: string): TextCheck {
  return (text, env) => {
    if (/[/\\]/.test(text)) return `${label} can't be a path, just a filename`;
    const refusesEmpty =
      label === 'dbfilename' ? atLeast(env.target, 'valkey', '8.0.0') : label === 'appenddirname' || env.era === 7;
    return text === '' && refusesEmpty ? `${label} can't be empty` : undefined;
  };
}

/** What each directive refuses, with the server's reason. */
const CHECKS: Readonly<Record<string, TextCheck>> = {
  appendfilename: fileName('appendfilename'),
  appenddirname: fileName('appenddirname'),
  dbfilename: fileName('dbfilename'),
  'cluster-config-file': (text, env) =>
    text === '' && atLeast(env.target, 'valkey', '8.0.0') ? "cluster-config-file can't be empty" : undefined,
  'cluster-announce-hostname': (text) => {
    if (byteLength(text) >= 256) return 'Hostnames must be less than 256 characters';
    return /^[A-Za-z0-9.-]*$/.test(text)
      ? undefined
      : 'Hostnames may only contain alphanumeric characters, hyphens or dots';
  },
  'cluster-announce-human-nodename': (text, env) =>
    announcedCharacters(text, env) ? undefined : 'Announced human node name contained invalid character',
  'cluster-announce-ip': (text, env) => {
    if (atLeast(env.target, 'redis', '8.1.0')) {
      return text === '' || isIPv4(text) || isIPv6(text) ? undefined : 'Invalid IP address';
    }
    if (atLeast(env.target, 'valkey', '9.0.0')) {
      if (byteLength(text) >= 46) return 'Announced IP address must be less than 46 characters';
      return announcedCharacters(text, env) ? undefined : 'Announced IP address contained invalid character';
    }
    return undefined;
  },
  'cluster-announce-client-ipv4': (text) => (text === '' || isIPv4(text) ? undefined : 'Invalid IPv4 address'),
  'cluster-announce-client-ipv6': (text) => (text === '' || isIPv6(text) ? undefined : 'Invalid IPv6 address'),
  'hash-seed': (text) => (byteLength(text) > 64 ? 'hash-seed must be at most 64 characters' : undefined),
  requirepass: (text, env) =>
    tooLongPassword(text, env) ? 'Password is longer than CONFIG_AUTHPASS_MAX_LEN' : undefined,
  'proc-title-template': processTitle,
  dir: (text) => (text === '' ? 'No such file or directory' : undefined),
  logfile: (text) => (/(?:^|\/)\.{0,2}$/.test(text) && text !== '' ? "Can't open the log file: Is a directory" : undefined),
};

function tooLongPassword(text: string, env: RuleEnvironment): boolean {
  return env.target.product === 'redis' && !atLeast(env.target, 'redis', '6.2.1') && byteLength(text) > 512;
}

const TITLE_VARIABLES = new Set(['title', 'listen-addr', 'server-mode', 'port', 'tls-port', 'config-file', 'unixsocket']);

/** The server expands the template with an empty title and refuses unknown variables and a blank result. */
function processTitle(text: string): string | undefined {
  const reason = 'template format is invalid or contains unknown variables';
  let filled = '';
  let at = 0;
  while (at < text.length) {
    if (text.charAt(at) !== '{') {
      filled += text.charAt(at);
      at++;
      continue;
    }
    if (text.charAt(at + 1) === '{') {
      filled += '{';
      at += 2;
      continue;
    }
    const end = text.indexOf('}', at);
    if (end < 0) return reason;
    const variable = text.slice(at + 1, end);
    if (!TITLE_VARIABLES.has(variable)) return reason;
    if (variable === 'port' || variable === 'tls-port' || variable === 'listen-addr' || variable === 'config-file') filled += 'x';
    at = end + 1;
  }
  return filled.trim() === '' ? reason : undefined;
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
    const reason = value && CHECKS[directive.key]?.(value.text, env);
    if (!value || !reason) return undefined;
    return {
      span: value,
      message: `"${name.text}" does not take "${value.text.slice(0, 80)}". The server stops here: ${reason}.`,
    };
  },
};
