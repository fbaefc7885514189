import { explainComment, explainFault } from '../../acl/explain';
import { SERVER_WORDS } from '../../acl/serverWords';
import { dialectOf, ruleWordsOf, verdictOf } from '../../acl/userLine';
import { commentIn, spanOf } from '../../acl/words';
import type { DirectiveRule } from '../rule';
import { stopsHere } from '../wording';

/** A rule of a `user` line that the server does not take: the line is refused. */
export const userRules: DirectiveRule = {
  id: 'user-rules',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['user'],
  title: 'A user line with an ACL rule that the target does not take',
  check: ({ line }, env) => {
    const dialect = dialectOf(env);
    const verdict = verdictOf(line, dialect);
    const rules = ruleWordsOf(line);
    const [fault] = verdict.refused;
    if (fault && fault === commentIn(verdict, rules)) {
      const { span, message, fixes } = explainComment(fault, rules, 'line');
      return { span, message: `${message} ${stopsHere(SERVER_WORDS[fault.kind])}`, fixes };
    }
    if (fault) {
      const { message, fixes } = explainFault(fault, rules, dialect, 'line');
      return {
        span: spanOf(fault, rules),
        message: `${message} ${stopsHere(SERVER_WORDS[fault.kind])}`,
        fixes,
      };
    }
    const patched = verdict.conditional.find((one) => one.kind === 'if-patched');
    if (!patched) return undefined;
    return {
      severity: 'warning',
      span: spanOf(patched, rules),
      message:
        '"%" without R or W passes in this version only by mistake: builds with later security fixes refuse it and do not start. Write "~pattern" for reading and writing.',
    };
  },
};
