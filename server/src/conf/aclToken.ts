import { aclRuleDocs } from '../acl/docs';
import { own } from './own';

/** What a rule of an ACL user is about. */
export type AclTokenKind =
  'flag' | 'password' | 'category' | 'command' | 'keys' | 'channels' | 'databases' | 'selector' | 'unknown';

/** One word of the rules of an ACL user. */
export interface AclToken {
  readonly kind: AclTokenKind;
  /** Key of its prose; the empty text when there is none. */
  readonly rule: string;
  /** What follows the characters that say what the rule does. */
  readonly value: string;
}

/** What the first character of a rule says; commands and categories are told apart by the second. */
const SIGNS: ReadonlyMap<string, AclTokenKind> = new Map([
  ['+', 'command'],
  ['-', 'command'],
  ['~', 'keys'],
  ['%', 'keys'],
  ['&', 'channels'],
  ['>', 'password'],
  ['<', 'password'],
  ['#', 'password'],
  ['!', 'password'],
]);

/** Says what a word behind the name of an ACL user is. The brackets of a selector are not part of the value. */
export function readAclToken(text: string): AclToken {
  let from = 0;
  while (text.charCodeAt(from) === 40) from++;
  const rest = from === 0 ? text : text.slice(from);
  if (rest === '' || rest === ')') return { kind: 'selector', rule: '(', value: '' };
  const sign = rest.charAt(0);
  const kind = SIGNS.get(sign);
  if (kind === 'command' && rest.charAt(1) === '@')
    return { kind: 'category', rule: `${sign}@`, value: inner(rest, 2) };
  if (kind) return { kind, rule: sign, value: kind === 'password' ? rest.slice(1) : inner(rest, 1) };
  const word = inner(rest, 0).toLowerCase();
  if (word.startsWith('db=')) return { kind: 'databases', rule: 'db=', value: word.slice(3) };
  return own(aclRuleDocs, word) ? { kind: 'flag', rule: word, value: '' } : { kind: 'unknown', rule: '', value: rest };
}

/** A rule from a column on, without the bracket that closes its selector. */
function inner(text: string, from: number): string {
  return text.slice(from, text.endsWith(')') ? -1 : undefined);
}
