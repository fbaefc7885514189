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

/** Rules by the characters that they begin with; longer ones first. */
const PREFIXES: readonly (readonly [string, AclTokenKind])[] = [
  ['+@', 'category'],
  ['-@', 'category'],
  ['db=', 'databases'],
  ['+', 'command'],
  ['-', 'command'],
  ['~', 'keys'],
  ['%', 'keys'],
  ['&', 'channels'],
  ['>', 'password'],
  ['<', 'password'],
  ['#', 'password'],
  ['!', 'password'],
];

/** Says what a word behind the name of an ACL user is. The brackets of a selector are not part of the value. */
export function readAclToken(text: string): AclToken {
  let from = 0;
  while (text.charCodeAt(from) === 40) from++;
  const rest = from === 0 ? text : text.slice(from);
  if (rest === '' || rest === ')') return { kind: 'selector', rule: '(', value: '' };
  const lower = rest.toLowerCase();
  for (const [prefix, kind] of PREFIXES) {
    if (!lower.startsWith(prefix)) continue;
    const value = rest.slice(prefix.length);
    return { kind, rule: prefix, value: kind === 'password' || !value.endsWith(')') ? value : value.slice(0, -1) };
  }
  const word = lower.endsWith(')') ? lower.slice(0, -1) : lower;
  return own(aclRuleDocs, word) && /^[a-z]/.test(word)
    ? { kind: 'flag', rule: word, value: '' }
    : { kind: 'unknown', rule: '', value: rest };
}
