import { explainFault } from '../../acl/explain';
import { hasBlank } from '../../acl/applyRule';
import { SERVER_WORDS } from '../../acl/serverWords';
import { dialectOf, ruleWordsOf, verdictOf } from '../../acl/userLine';
import { spanOf } from '../../acl/words';
import { moveFixes } from '../moveFixes';
import { reportAt } from '../reportAt';
import type { DocumentRule } from '../rule';
import { stops } from '../wording';

const STOPS = stops('Critical error while loading ACLs. Exiting.');

/**
 * What the server only finds when all is loaded: a command or category that it does not know, a blank in a user name.
 * Modules can bring commands, and Sentinel up to 6.0 never makes the users.
 */
export const userUnknownCommand: DocumentRule = {
  id: 'user-unknown-command',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'A user line with an unknown command or category, or a blank in the name',
  *check(settings, env) {
    const dialect = dialectOf(env);
    const sentinel = env.kind === 'sentinel';
    if (sentinel && !dialect.channels) return;
    const modules = !sentinel && (settings.count('loadmodule') > 0 || !settings.complete);
    for (const user of settings.all('user')) {
      const name = user.args[0];
      if (name && hasBlank(name.text)) {
        yield reportAt(user, { span: name, message: `The name of a user cannot hold blanks. ${STOPS}` });
        continue;
      }
      const [fault] = verdictOf(user.content, dialect).unknown;
      if (!fault) continue;
      const rules = ruleWordsOf(user.content);
      const { message, fixes } = explainFault(fault, rules, dialect, 'line');
      const place = { span: spanOf(fault, rules), fixes: moveFixes(fixes, user.line) };
      if (!modules) yield reportAt(user, { ...place, message: `${message} ${STOPS}` });
      else {
        const unless = `The start fails unless a module brings it: ${SERVER_WORDS[fault.kind]}.`;
        yield reportAt(user, { ...place, severity: 'information', message: `${message} ${unless}` });
      }
    }
  },
};
