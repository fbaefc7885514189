import { isVariable, weakPassword } from '../../conf/passwords';
import { shown } from '../../conf/wording';
import { canDoSomething, lastRule } from '../advice';
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

/** Without a password these do harm: they lose data, or change the server. */
const HARM = ['set', 'del', 'flushall', 'config', 'acl', 'eval', 'shutdown', 'replicaof', 'publish'];

/** A password that is missing, short, published or easy to guess, also when only its hash stands there. */
export const aclWeakPassword: AclUserRule = {
  id: 'acl-weak-password',
  group: 'security',
  severity: 'warning',
  scope: 'user',
  title: 'A password that is missing, short, published or easy to guess',
  *check(user, { dialect }) {
    const { rules, verdict } = user;
    if (!verdict.user.enabled) return;
    // acl-default-user-open says it of the user that everybody is.
    if (verdict.user.nopass && user.name.text !== 'default' && canDoSomething(user)) {
      const { root } = verdict.user;
      yield {
        span: lastRule(user, 'nopass') ?? user.name,
        ...(HARM.some((command) => root.allows(command, dialect.commands)) ? {} : { severity: 'information' }),
        message: `Nobody is asked for a password here: AUTH with the name ${shown(user.name.text)} and any text is enough. Give the user a password.`,
      };
      return;
    }
    for (const { at, clear } of verdict.user.passwords) {
      const word = rules.words[at];
      if (!word) continue;
      const weakness = clear === undefined ? hashWeakness(word.text) : clear === '' ? 'guessable' : weakPassword(clear);
      if (!weakness) continue;
      yield { span: word, message: messageFor(clear, weakness) };
    }
  },
};

function messageFor(clear: string | undefined, weakness: keyof typeof SAID): string {
  if (clear !== undefined && isVariable(clear)) {
    return `The server replaces no variables in its file: unless a tool fills this one in before, ${shown(clear)} as it stands is the password.`;
  }
  const problem =
    clear === undefined ? 'This is the hash of a password that guessing programs try first' : SAID[weakness];
  return `${problem}. The server checks many thousands of passwords a second: take a long random text, such as ACL GENPASS makes.`;
}

function hashWeakness(rule: string): 'guessable' | undefined {
  published ??= new Set(PUBLISHED.map(sha256));
  return published.has(rule.trim().slice(1)) ? 'guessable' : undefined;
}
