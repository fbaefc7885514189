import { weakPassword } from '../../conf/passwords';
import type { AclUserRule } from '../rule';
import { sha256 } from '../sha256';

const SAID = {
  placeholder: 'This is what examples print in the place of a password, and everybody tries it first',
  guessable: 'This password is one that guessing programs try first',
  short: 'This password has fewer than 16 characters',
} as const;

const PUBLISHED = [
  '',
  '123456',
  '12345678',
  '123456789',
  'accesskey',
  'admin',
  'changeme',
  'default',
  'foobared',
  'guest',
  'letmein',
  'master',
  'mypass',
  'mypassword',
  'p1pp0',
  'pass',
  'passw0rd',
  'password',
  'password123',
  'qwerty',
  'redis',
  'redis123',
  'root',
  'secret',
  'secret123',
  'sentinel',
  'test',
  'valkey',
  'ACCESSKEY',
  'Password1',
  'StrongPassword',
];
let published: ReadonlySet<string> | undefined;

/** A password that is short, published or easy to guess, also when only its hash stands there. */
export const aclWeakPassword: AclUserRule = {
  id: 'acl-weak-password',
  group: 'security',
  severity: 'warning',
  scope: 'user',
  title: 'A password that is short, published or easy to guess',
  *check({ rules, verdict }) {
    if (!verdict.user.enabled) return;
    for (const { at, clear } of verdict.user.passwords) {
      const word = rules.words[at];
      if (!word) continue;
      const weakness = clear === undefined ? hashWeakness(word.text) : clear === '' ? 'guessable' : weakPassword(clear);
      if (!weakness) continue;
      const problem =
        clear === undefined ? 'This is the hash of a password that guessing programs try first' : SAID[weakness];
      yield {
        span: word,
        message: `${problem}. The server checks many thousands of passwords a second: take a long random text, such as ACL GENPASS makes.`,
      };
    }
  },
};

function hashWeakness(rule: string): 'guessable' | undefined {
  published ??= new Set(PUBLISHED.map(sha256));
  return published.has(rule.trim().slice(1)) ? 'guessable' : undefined;
}
