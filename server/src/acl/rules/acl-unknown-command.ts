import { stops } from '../../conf/wording';
import { explainFault } from '../explain';
import type { AclUserRule } from '../rule';
import { SERVER_WORDS } from '../serverWords';
import { commentIn, spanOf } from '../words';

/** Names of the modules that come with some distributions; the configuration, which is not at hand, loads them. */
const OF_MODULES =
  /^[+-](?:@(?:json|search|timeseries|bloom|cuckoo|cms|topk|tdigest)$|(?:json|ft|ts|bf|cf|cms|topk|tdigest|graph)\.)/i;

const MOST = 100;

/** Commands and categories that the target does not know. */
export const aclUnknownCommand: AclUserRule = {
  id: 'acl-unknown-command',
  group: 'start',
  severity: 'error',
  scope: 'user',
  title: 'A command or category that the target does not know',
  *check({ rules, verdict }, { dialect }) {
    const comment = commentIn(verdict, rules)?.first ?? Number.POSITIVE_INFINITY;
    for (const fault of verdict.unknown.slice(0, MOST)) {
      if (fault.first > comment) break;
      const { message, fixes } = explainFault(fault, rules, dialect, 'file');
      const span = spanOf(fault, rules);
      const reason = SERVER_WORDS[fault.kind];
      yield OF_MODULES.test(fault.rule)
        ? {
            span,
            severity: 'warning',
            message: `${message} Unless the configuration loads one, the start fails: ${reason}.`,
          }
        : { span, message: `${message} ${stops(reason)}`, fixes };
    }
  },
};
