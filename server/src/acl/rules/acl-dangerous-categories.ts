import { shown } from '../../conf/wording';
import { isAdministrator, lastRule } from '../advice';
import type { AclUserRule } from '../rule';

/** Each with a command that is in it and in no other category that applications get. */
const CATEGORIES = [
  {
    rule: '+@admin',
    witness: 'shutdown',
    what: 'change users and configuration, replication and cluster, and stop the server',
  },
  { rule: '+@dangerous', witness: 'keys', what: 'delete all data, stall the server and read its internals' },
] as const;

/** `+@admin` or `+@dangerous` for a user that is no administrator. */
export const aclDangerousCategories: AclUserRule = {
  id: 'acl-dangerous-categories',
  group: 'security',
  severity: 'information',
  scope: 'user',
  title: '+@admin or +@dangerous for a user that is no administrator',
  *check(user, { dialect }) {
    const { enabled, root } = user.verdict.user;
    if (!enabled || isAdministrator(user)) return;
    for (const { rule, witness, what } of CATEGORIES) {
      const span = lastRule(user, rule);
      if (!span || !root.allows(witness, dialect.commands)) continue;
      yield {
        span,
        message: `"${rule}" lets user ${shown(user.name.text)} ${what}. Allow the single commands that are needed, such as "+info".`,
      };
    }
  },
};
