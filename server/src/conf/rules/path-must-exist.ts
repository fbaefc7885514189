import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';

/** Directives whose file or directory has to be there at the start. */
const KEYS = [
  'dir',
  'logfile',
  'unixsocket',
  'aclfile',
  'loadmodule',
  'tls-cert-file',
  'tls-key-file',
  'tls-ca-cert-file',
  'tls-ca-cert-dir',
  'tls-client-cert-file',
  'tls-client-key-file',
  'tls-dh-params-file',
] as const;
/** Places of a person or of the moment, where a service should keep nothing. */
const PRIVATE = /^\/(?:home|root|tmp|var\/tmp|Users|media|mnt)\//;
const WINDOWS = /^[A-Za-z]:[\\/]|\\/;

/** A path that a service is unlikely to find. The usual places are left alone. */
export const pathMustExist: DirectiveRule = {
  id: 'path-must-exist',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: KEYS,
  title: 'A path that a service may not find',
  check: ({ args, directive }) => {
    const [word] = args;
    const path = word?.text ?? '';
    if (!word || path === '') return undefined;
    if (path.startsWith('~') || path.startsWith('$')) {
      return {
        span: word,
        message: `The server is no shell: "${path}" is taken as it is written. State the whole path.`,
      };
    }
    if (directive.key === 'logfile' && /^(?:stdout|stderr)$/.test(path)) {
      return {
        span: word,
        message: `The log goes to a file named "${path}". Standard output is logfile "", since 2.8.`,
        fixes: [changeTo('', word)],
      };
    }
    if (WINDOWS.test(path)) {
      return { span: word, message: 'The servers run on Linux and other Unix systems, where this is no usual path.' };
    }
    if (PRIVATE.test(`${path}/`)) {
      // The stock file of Sentinel keeps its state there.
      if (directive.key === 'dir' && path === '/tmp') return undefined;
      return {
        span: word,
        message: `A service seldom may use, or finds again, what lies in "${path}": it runs as a user of its own, often with a hidden /home and its own /tmp. Use /etc, /run, /var/lib or /var/log.`,
      };
    }
    // A relative "dir" is the matter of dir-relative.
    if (path.startsWith('/') || directive.key === 'dir') return undefined;
    return {
      span: word,
      message: `"${path}" is looked for in the directory where the server was started, or in "dir" when that line stands before. State the whole path.`,
    };
  },
};
