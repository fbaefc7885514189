import type { Finding } from '../../server/src/conf/finding';
import type { Verdict } from './question.js';

/** Reasons that depend on the machine or on how the server was built: the text of the file does not decide them. */
const MACHINE = [
  /No such file or directory/,
  /Not a directory/,
  /Is a directory/,
  /Permission denied/,
  /Can't chdir/,
  /Can't open the log file/,
  /getgrnam/,
  /LOCALE/i,
  /jemalloc|Active defragmentation cannot be enabled/i,
  /connection listener of rdma/,
  /Can't load module|: server aborting/,
  /can't open config file/,
  /seems non existing or non executable/,
  /Can't resolve master instance hostname|Can't resolve instance hostname/,
  /Out Of Memory|OOM|can't allocate/i,
  /Error loading ACLs, opening file/,
  /loading the DB|already expired|subexpires|Check RDB returned/,
  /Opening Unix socket: bind/i,
];

/** Is a failure one that the text of the file cannot decide? */
export function dependsOnMachine(reason: string): boolean {
  // The end of a message about a locale whose name has a line break in it.
  if (/^\w*break'\.$/.test(reason)) return true;
  return MACHINE.some((pattern) => pattern.test(reason));
}

const LISTENING = /Failed listening on port|Could not create server TCP listening socket|not listen anywhere/;
const EVERYWHERE = /^-?(?:\*|::\*|0\.0\.0\.0|::|127(?:\.\d+){1,3}|::1)$/;

/** Does the file bind an address that not every machine has? */
function bindsOtherAddress(text: string): boolean {
  return text
    .split('\n')
    .filter((line) => /^\s*bind\s/i.test(line))
    .some((line) =>
      line
        .trim()
        .split(/\s+/)
        .slice(1)
        .some((word) => !EVERYWHERE.test(word.replaceAll('"', ''))),
    );
}

/**
 * An error of an included file: the server gives the line in that file, without its name; of several files that one
 * pattern names, the line in all of them together.
 */
function refusedInside(errors: readonly Finding[]): boolean {
  return errors.some(({ rule }) => rule === 'included-file-refused');
}

/** What our errors and a server's verdict disagree about; undefined when they agree. */
export function disagreement(errors: readonly Finding[], verdict: Verdict, text: string): string | undefined {
  const lines = new Set(errors.map((finding) => finding.range.start.line + 1));
  const ours = errors.map((finding) => `${finding.rule} at line ${finding.range.start.line + 1}`).join(', ');
  switch (verdict.verdict) {
    case 'accepted':
      return errors.length === 0 ? undefined : `the server accepts it, we report ${ours}`;
    case 'rejected': {
      for (const [line, text] of verdict.unresolved ?? []) {
        if (line !== null && !lines.has(line))
          return `the server does not resolve line ${line} (${text}), we report ${ours || 'nothing'}`;
      }
      if (verdict.unresolved) return undefined;
      if (dependsOnMachine(verdict.reason)) return undefined;
      if (verdict.line !== undefined) {
        return lines.has(verdict.line) || refusedInside(errors)
          ? undefined
          : `the server refuses line ${verdict.line} (${verdict.reason}), we report ${ours || 'nothing'}`;
      }
      return errors.length > 0 ? undefined : `the server refuses it (${verdict.reason}), we report nothing`;
    }
    case 'failed':
    case 'crashed':
      if (errors.length > 0 || dependsOnMachine(verdict.reason)) return undefined;
      // What is in the certificates, and which ciphers the library knows, is not in the text.
      if (/configure TLS/.test(verdict.reason) && /tls-cert-file/i.test(text) && /tls-key-file/i.test(text))
        return undefined;
      if (LISTENING.test(verdict.reason) && bindsOtherAddress(text)) return undefined;
      return `the server ${verdict.verdict} (${verdict.reason}), we report nothing`;
  }
}
