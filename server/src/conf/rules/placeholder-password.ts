import { passwordsIn, weakPassword } from '../passwords';
import type { DirectiveRule } from '../rule';

/** What a procedure or an example printed in the place of a password was left there. */
export const placeholderPassword: DirectiveRule = {
  id: 'placeholder-password',
  group: 'security',
  severity: 'warning',
  scope: 'directive',
  keys: ['requirepass', 'masterauth', 'user'],
  title: 'A placeholder stands in the place of a password',
  check: (line, env) => {
    if (env.template) return undefined;
    const left = passwordsIn(line).find(({ text }) => weakPassword(text) === 'placeholder');
    if (!left) return undefined;
    return {
      span: left.span,
      message:
        'This is the placeholder of an example, not a password. The server replaces nothing in its file and takes the text as it stands, and everybody who read the example knows it.',
    };
  },
};
