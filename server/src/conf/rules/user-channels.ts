import { dialectOf, ruleWordsOf, verdictOf } from '../../acl/userLine';
import { spanOf } from '../../acl/words';
import { choice, replaceSpan } from '../fix';
import { reportAt } from '../reportAt';
import type { DocumentRule } from '../rule';
import { SERVER_WORDS } from '../../acl/serverWords';
import { stops } from '../wording';

const SETTING = 'acl-pubsub-default';

/**
 * A channel pattern of a user that starts with all channels. That depends on `acl-pubsub-default`: on the value that
 * stands above the line while it is read, and on the last one when the users are made.
 */
export const userChannels: DocumentRule = {
  id: 'user-channels',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'A channel pattern for a user that may use all channels already',
  *check(settings, env) {
    const dialect = dialectOf(env);
    if (!dialect.channels || !settings.complete) return;
    const byDefault = settings.all(SETTING);
    if (byDefault.length === 0 && !dialect.startsWithAllChannels) return;
    const isAll = (value: string | undefined): boolean =>
      value === undefined ? dialect.startsWithAllChannels : value.toLowerCase() === 'allchannels';
    const atEnd = isAll(byDefault.at(-1)?.args[0]?.text);
    let above = 0;
    for (const user of settings.all('user')) {
      while ((byDefault[above]?.line ?? Number.POSITIVE_INFINITY) < user.line) above++;
      if (!atEnd && !isAll(byDefault[above - 1]?.args[0]?.text)) continue;
      const fault = verdictOf(user.content, dialect).conditional.find((one) => one.kind === 'if-all-channels');
      if (!fault) continue;
      const span = spanOf(fault, ruleWordsOf(user.content));
      const here = { start: span.start, end: span.start };
      yield reportAt(user, {
        span,
        message: `New users start with all channels here, and one more pattern is refused: put "resetchannels" before it. ${stops(SERVER_WORDS['after-all-channels'])}`,
        fixes: [choice('Put "resetchannels" before it', replaceSpan(here, 'resetchannels ', user.line))],
      });
    }
  },
};
