import { isVariable, passwordsIn, weakPassword } from '../passwords';
import type { DirectiveRule } from '../rule';
import { shown } from '../wording';

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
      message: isVariable(left.text)
        ? `The server replaces no variables in its file: unless a tool fills this one in before, ${shown(left.text)} as it stands is the password. A file that is a template says so with its name, such as redis.conf.template.`
        : 'This is the placeholder of an example, not a password: everybody who read the example knows it. Take a long random text, such as 64 hexadecimal digits from "ACL GENPASS".',
    };
  },
};
