import { readAclToken } from './aclToken';
import type { Directive } from './catalogue/catalogue';
import { readSentinelLine } from './sentinelLine';
import type { Line } from './syntax';

/** What stands in the place of a secret. */
export const MASK = '••••';

const SECRETS: ReadonlySet<string> = new Set([
  'requirepass',
  'masterauth',
  'tls-key-file-pass',
  'tls-client-key-file-pass',
]);

/** Is a word of this line (0 is the name) a password or a hash of one? */
export function isSecret(line: Line, directive: Directive, index: number): boolean {
  if (index === 0) return false;
  if (SECRETS.has(directive.key)) return true;
  if (directive.key === 'user') {
    return index > 1 && readAclToken(line.words[index]?.text ?? '').kind === 'password';
  }
  if (directive.key === 'sentinel') {
    const key = readSentinelLine(line)?.key;
    return (key === 'auth-pass' && index > 2) || (key === 'sentinel-pass' && index > 1);
  }
  return false;
}

/** The words of a line from `from` on as they are written, with secrets masked. */
export function maskedWords(line: Line, directive: Directive, from: number): string {
  return line.words
    .slice(from)
    .map(({ start, end }, offset) => (isSecret(line, directive, from + offset) ? MASK : line.text.slice(start, end)))
    .join(' ');
}
