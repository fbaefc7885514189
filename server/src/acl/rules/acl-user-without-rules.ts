import { shown } from '../../conf/wording';
import type { AclUserRule } from '../rule';

/** A user without any rule: disabled, and without rights. */
export const aclUserWithoutRules: AclUserRule = {
  id: 'acl-user-without-rules',
  group: 'security',
  severity: 'information',
  scope: 'user',
  title: 'A user without any rule',
  *check({ name, rules }) {
    if (rules.words.some((word) => word.text !== '')) return;
    yield {
      span: name,
      message: `User ${shown(name.text)} has no rule: it is off, has no password and may do nothing. The server only logs a notice. Write "off" when that is meant.`,
    };
  },
};
