import { choice, replaceSpan } from '../../conf/fix';
import { isAdministrator } from '../advice';
import type { AclUserRule } from '../rule';

const WHOLE_DATABASE = ['flushall', 'flushdb', 'swapdb'];

/** Key patterns that do not hold for commands on a whole database. */
export const aclFlushPassesKeys: AclUserRule = {
  id: 'acl-flush-passes-keys',
  group: 'security',
  severity: 'warning',
  scope: 'user',
  title: 'Key patterns do not stop FLUSHALL, FLUSHDB and SWAPDB',
  *check(user, { dialect }) {
    const { enabled, root } = user.verdict.user;
    if (!enabled || root.allKeys || root.keyPatterns === 0 || isAdministrator(user)) return;
    const allowed = WHOLE_DATABASE.filter((command) => root.allows(command, dialect.commands));
    if (allowed.length === 0) return;
    const names = allowed.map((command) => command.toUpperCase()).join(', ');
    const end = user.rules.words.at(-1)?.end ?? user.rules.from;
    const without = allowed.map((command) => ` -${command}`).join('');
    const [works, them] = allowed.length === 1 ? ['it works', 'it'] : ['they work', 'them'];
    yield {
      span: user.rules.words.find(({ text }) => /^[~%]/.test(text)) ?? user.name,
      message: `The key patterns of this user do not hold for ${names}: ${works} on whole databases, and the user may run ${them}. Take ${them} away.`,
      fixes: [choice(`Add${without}`, replaceSpan({ start: end, end }, without))],
    };
  },
};
