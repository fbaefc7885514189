import type { RuleEnvironment } from '../conf/rule';
import type { Line } from '../conf/syntax';
import { type AclDialect, aclDialectOf } from './dialect';
import { judgeUser, type UserVerdict } from './setuser';
import type { RuleWords } from './words';

const verdicts = new WeakMap<AclDialect, WeakMap<Line, UserVerdict>>();

/** The ACL rules that a configuration is judged by. */
export function dialectOf(env: RuleEnvironment): AclDialect {
  return aclDialectOf(env.target, env.kind === 'sentinel' ? 'sentinel' : 'server');
}

/** What a server makes of a `user` line of its configuration. Lines are judged once. */
export function verdictOf(line: Line, dialect: AclDialect): UserVerdict {
  let known = verdicts.get(dialect);
  if (!known) {
    known = new WeakMap();
    verdicts.set(dialect, known);
  }
  let verdict = known.get(line);
  if (!verdict) {
    verdict = judgeUser(
      line.words.slice(2).map((word) => word.text),
      dialect,
    );
    known.set(line, verdict);
  }
  return verdict;
}

/** The words of the rules of a `user` line. */
export function ruleWordsOf(line: Line): RuleWords {
  return { words: line.words.slice(2), from: line.words[1]?.end ?? 0, text: line.text };
}
