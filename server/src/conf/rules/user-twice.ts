import { dialectOf } from '../../acl/userLine';
import { choice, removeLine } from '../fix';
import { placeOf, reportAt } from '../reportAt';
import type { DocumentRule } from '../rule';
import type { Occurrence } from '../settings';
import { shown, stopsHere } from '../wording';

/** A second line for the same user: refused since 7.0, before it silently takes the place of the first. */
export const userTwice: DocumentRule = {
  id: 'user-twice',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'Two lines for the same ACL user',
  *check(settings, env) {
    const { since7 } = dialectOf(env);
    const seen = new Map<string, Occurrence>();
    for (const user of settings.all('user')) {
      const name = user.args[0];
      if (!name) continue;
      const first = seen.get(name.text);
      if (!first || !since7) seen.set(name.text, user);
      if (!first) continue;
      const place = { span: name, related: [placeOf(first, 'The other line is here.')] };
      yield since7
        ? reportAt(user, {
            ...place,
            message: `User ${shown(name.text)} has a line already; put all rules on one line. ${stopsHere('Duplicate user found. A user can only be defined once in config files')}`,
            fixes: [choice('Remove this line', removeLine(user.line))],
          })
        : reportAt(user, {
            ...place,
            severity: 'warning',
            message: `This line takes the place of the line above for user ${shown(name.text)}: the rules there are lost. Redis 7.0 and later refuse the second line.`,
            fixes: first.included ? [] : [choice('Remove the line above', removeLine(first.line))],
          });
    }
  },
};
