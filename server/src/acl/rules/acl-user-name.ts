import { certain, replaceSpan } from '../../conf/fix';
import { stops } from '../../conf/wording';
import { hasBlank } from '../applyRule';
import type { AclUserRule } from '../rule';

/** A user name that the server refuses, or reads differently: with a tab in it, or empty between two blanks. */
export const aclUserName: AclUserRule = {
  id: 'acl-user-name',
  group: 'start',
  severity: 'error',
  scope: 'user',
  title: 'A user name with a tab in it, or none because of two blanks',
  *check({ keyword, name, rules, verdict }) {
    if (hasBlank(name.text)) {
      yield {
        span: name,
        message: `The name of a user cannot hold tabs or other blanks; words are separated by single blanks. ${stops('(file and line): username contains invalid characters')}`,
      };
      return;
    }
    const second = rules.words.find((word) => word.text !== '');
    if (name.text !== '' || !second) return;
    const gap = { start: keyword.end, end: second.start };
    const refused = verdict.refused.some((fault) => rules.words[fault.first] === second);
    const message =
      'Two blanks stand behind "user", and the server reads an empty name between them: the next word is a rule.';
    const fixes = [certain('Leave one blank', replaceSpan(gap, ' '))];
    if (refused)
      yield { span: { start: keyword.start, end: second.end }, message: `${message} ${stops('Syntax error')}`, fixes };
    else yield { span: { start: keyword.start, end: second.end }, severity: 'warning', message, fixes };
  },
};
