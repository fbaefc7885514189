import { choice, replaceSpan } from '../../conf/fix';
import { stops } from '../../conf/wording';
import { explainComment, explainFault } from '../explain';
import type { AclUserRule } from '../rule';
import { SERVER_WORDS } from '../serverWords';
import { commentIn, spanOf } from '../words';

/** Nobody reads more, and a line of thousands is made by a machine that went wrong once. */
const MOST = 100;

/** Rules of a user that the server does not take. All of them, one by one. */
export const aclRules: AclUserRule = {
  id: 'acl-rules',
  group: 'start',
  severity: 'error',
  scope: 'user',
  title: 'An ACL rule that the target does not take',
  *check({ name, rules, verdict }, { dialect, pubsubDefault }) {
    // With an empty name the first word is a name in the wrong place, of which another rule speaks.
    const misplaced = name.text === '' ? rules.words.findIndex((word) => word.text !== '') : -1;
    const comment = commentIn(verdict, rules);
    for (const fault of verdict.refused.slice(0, MOST)) {
      if (fault.first === misplaced) continue;
      if (fault === comment) {
        const { span, message, fixes } = explainComment(fault, rules, 'file');
        yield { span, message: `${message} ${stops(SERVER_WORDS[fault.kind])}`, fixes };
        return;
      }
      const { message, fixes } = explainFault(fault, rules, dialect, 'file');
      yield { span: spanOf(fault, rules), message: `${message} ${stops(SERVER_WORDS[fault.kind])}`, fixes };
    }
    for (const fault of verdict.conditional.slice(0, MOST)) {
      const span = spanOf(fault, rules);
      if (fault.kind === 'if-patched') {
        yield {
          span,
          severity: 'warning',
          message:
            '"%" without R or W passes in this version only by mistake: builds with later security fixes refuse it and do not start. Write "~pattern" for reading and writing.',
        };
      } else if (pubsubDefault === 'allchannels') {
        yield {
          span,
          message: `New users start with all channels unless "acl-pubsub-default resetchannels" is set, and one more pattern is refused: put "resetchannels" before it. ${stops(SERVER_WORDS['after-all-channels'])}`,
          fixes: [
            choice(
              'Put "resetchannels" before it',
              replaceSpan({ start: span.start, end: span.start }, 'resetchannels '),
            ),
          ],
        };
      }
    }
  },
};
