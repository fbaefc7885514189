import { lastRule } from '../advice';
import type { AclUserRule } from '../rule';

/** A user that is on and can never log in. */
export const aclNoWayIn: AclUserRule = {
  id: 'acl-no-way-in',
  group: 'security',
  severity: 'warning',
  scope: 'user',
  title: 'A user that is on, without a password and without nopass',
  *check(user) {
    const { enabled, nopass, passwords } = user.verdict.user;
    if (!enabled || nopass || passwords.length > 0) return;
    yield {
      span: lastRule(user, 'on') ?? user.name,
      message:
        'The user is on, but has neither a password nor "nopass": every login is refused. Add a password with ">" or its hash with "#".',
    };
  },
};
