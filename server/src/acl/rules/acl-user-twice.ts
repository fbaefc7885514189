import { rangeOn } from '../../conf/finding';
import { choice, removeLine } from '../../conf/fix';
import { shown, stops } from '../../conf/wording';
import type { AclFileRule, PlacedUser } from '../rule';

/** A second line for the same user: refused since 7.0, before it silently takes the place of the first. */
export const aclUserTwice: AclFileRule = {
  id: 'acl-user-twice',
  group: 'start',
  severity: 'error',
  scope: 'file',
  title: 'Two lines for the same ACL user',
  *check(users, { dialect: { since7 } }) {
    const seen = new Map<string, PlacedUser>();
    for (const placed of users) {
      const { line } = placed;
      const name = placed.name.text;
      const first = seen.get(name);
      if (!first || !since7) seen.set(name, placed);
      if (!first) continue;
      const place = {
        line,
        span: placed.name,
        related: [{ message: 'The other line is here.', range: rangeOn(first.line, first.name) }],
      };
      yield since7
        ? {
            ...place,
            message: `User ${shown(name)} has a line already; put all rules on one line. ${stops(`Duplicate user '${name}' found on line ${line + 1}`)}`,
            fixes: [choice('Remove this line', removeLine(line))],
          }
        : {
            ...place,
            severity: 'warning' as const,
            message: `This line takes the place of the line above for user ${shown(name)}: the rules there are lost. Redis 7.0 and later refuse the second line.`,
            fixes: [choice('Remove the line above', removeLine(first.line))],
          };
    }
  },
};
