import { stops } from '../../conf/wording';
import { explainFault } from '../explain';
import type { AclUserRule } from '../rule';
import { SERVER_WORDS } from '../serverWords';
import { commentIn, spanOf } from '../words';

/** Nobody reads more of one line. */
const MOST = 100;

/** Commands and categories that the target does not know; modules of the configuration may bring them. */
export const aclUnknownCommand: AclUserRule = {
  id: 'acl-unknown-command',
  group: 'start',
  severity: 'error',
  scope: 'user',
  title: 'A command or category that the target does not know',
  *check({ rules, verdict }, { dialect, modules }) {
    const comment = commentIn(verdict, rules)?.first ?? Number.POSITIVE_INFINITY;
    for (const fault of verdict.unknown.slice(0, MOST)) {
      if (fault.first > comment) break;
      const { message, fixes } = explainFault(fault, rules, dialect, 'file');
      const span = spanOf(fault, rules);
      const reason = SERVER_WORDS[fault.kind];
      yield modules
        ? {
            span,
            severity: 'information',
            message: `${message} The start fails unless a module brings it: ${reason}.`,
            fixes,
          }
        : { span, message: `${message} ${stops(reason)}`, fixes };
    }
  },
};
