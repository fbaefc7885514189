import type { AclRule } from '../rule';
import { aclAllRights } from './acl-all-rights';
import { aclClearPassword } from './acl-clear-password';
import { aclDangerousCategories } from './acl-dangerous-categories';
import { aclDefaultUserMissing } from './acl-default-user-missing';
import { aclDefaultUserOpen } from './acl-default-user-open';
import { aclFlushPassesKeys } from './acl-flush-passes-keys';
import { aclLine } from './acl-line';
import { aclNoWayIn } from './acl-no-way-in';
import { aclRules } from './acl-rules';
import { aclUnknownCommand } from './acl-unknown-command';
import { aclUserName } from './acl-user-name';
import { aclUserTwice } from './acl-user-twice';
import { aclUserWithoutRules } from './acl-user-without-rules';
import { aclWeakPassword } from './acl-weak-password';

/**
 * Every rule of ACL files. Those of the group `start` say why the server does not start; of a user that they refuse
 * nothing else is said.
 */
export const rules: readonly AclRule[] = [
  aclLine,
  aclUserName,
  aclRules,
  aclUnknownCommand,
  aclUserTwice,

  aclDefaultUserOpen,
  aclDefaultUserMissing,
  aclNoWayIn,
  aclUserWithoutRules,
  aclWeakPassword,
  aclClearPassword,
  aclAllRights,
  aclDangerousCategories,
  aclFlushPassesKeys,
];
