import { choice, insertLineBefore } from '../../conf/fix';
import type { AclFileRule } from '../rule';

/** A file without a line for the default user, which then has all rights and no password. */
export const aclDefaultUserMissing: AclFileRule = {
  id: 'acl-default-user-missing',
  group: 'security',
  severity: 'warning',
  scope: 'file',
  title: 'No line for the default user, which then is open',
  *check(users) {
    const [first] = users;
    if (!first || users.some(({ name }) => name.text === 'default')) return;
    yield {
      line: first.line,
      span: first.name,
      message:
        'The file has no line for the user "default". The server then makes one that may do everything without a password, and "requirepass" does not change that.',
      fixes: [choice('Add "user default off"', insertLineBefore('user default off', first.line))],
    };
  },
};
