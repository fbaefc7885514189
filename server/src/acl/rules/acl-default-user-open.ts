import { canDoSomething, lastRule } from '../advice';
import type { AclUserRule } from '../rule';

/** A default user that needs no password and can run commands. */
export const aclDefaultUserOpen: AclUserRule = {
  id: 'acl-default-user-open',
  group: 'security',
  severity: 'warning',
  scope: 'user',
  title: 'The default user needs no password',
  *check(user) {
    const { enabled, nopass } = user.verdict.user;
    if (user.name.text !== 'default' || !enabled || !nopass || !canDoSomething(user)) return;
    yield {
      span: lastRule(user, 'nopass') ?? user.name,
      message:
        'Every connection starts as the default user, and this one needs no password: whoever reaches the port is in. Give it a password, or write "user default off".',
    };
  },
};
