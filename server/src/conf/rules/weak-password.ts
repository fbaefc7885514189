import { passwordsIn, weakPassword as weaknessOf } from '../passwords';
import type { DirectiveRule } from '../rule';

/** A password that is short, or that a list of usual ones finds. */
export const weakPassword: DirectiveRule = {
  id: 'weak-password',
  group: 'security',
  severity: 'warning',
  scope: 'directive',
  keys: ['requirepass', 'masterauth', 'user'],
  title: 'A password is short or easy to guess',
  check: (line, env) => {
    for (const { text, span } of passwordsIn(line)) {
      const weakness = weaknessOf(text);
      if (weakness !== 'short' && weakness !== 'guessable') continue;
      // outsystems-password counts the characters of this one.
      if (weakness === 'short' && env.profile === 'outsystems' && line.directive.key === 'requirepass') continue;
      const problem =
        weakness === 'short'
          ? 'This password has fewer than 16 characters'
          : 'This password is one that guessing programs try first';
      return {
        span,
        message: `${problem}. The server checks many thousands of passwords a second and nothing slows an attacker down: take a long random text, such as 64 hexadecimal digits from "ACL GENPASS".`,
      };
    }
    return undefined;
  },
};
