import { certain, choice, removeLine, replaceSpan } from '../../conf/fix';
import type { Fix } from '../../conf/finding';
import { stops } from '../../conf/wording';
import { splitAclLine } from '../fileSyntax';
import type { AclTextRule } from '../rule';

const STOPS = stops('(file and line) should start with user keyword followed by the username');

/** A line that does not begin with the word `user` and a name. There are no comments and no other lines. */
export const aclLine: AclTextRule = {
  id: 'acl-line',
  group: 'start',
  severity: 'error',
  scope: 'text',
  title: 'A line that does not begin with "user" and a name',
  check: (text) => {
    const words = splitAclLine(text);
    const [first] = words;
    const span = { start: first?.start ?? 0, end: words.at(-1)?.end ?? text.length };
    const say = (message: string, ...fixes: readonly Fix[]) => ({ span, message: `${message} ${STOPS}`, fixes });
    const word = first?.text ?? '';
    if (word.startsWith('\ufeff')) {
      return say(
        'The file begins with a byte order mark, which belongs to the first word for the server. Save it as UTF-8 without the mark.',
        certain('Remove the byte order mark', replaceSpan({ start: 0, end: 1 }, '')),
      );
    }
    if (word.startsWith('#')) {
      return say(
        'An ACL file holds no comments: ACL SAVE would lose them, so the server refuses them.',
        choice('Remove the comment', removeLine()),
      );
    }
    if (first && word !== 'user' && word.toLowerCase() === 'user') {
      return say(
        'The word "user" is written in lower case here.',
        certain('Change to "user"', replaceSpan(first, 'user')),
      );
    }
    if (word === 'user') return say('The name of the user is missing.');
    const tab = /^(user)([\t\v\f\r]+)/i.exec(word);
    if (first && tab) {
      const gap = { start: first.start, end: first.start + tab[0].length };
      return say(
        'Words are separated by blanks here, and a tab is none.',
        certain('Replace the tab by a blank', replaceSpan(gap, 'user ')),
      );
    }
    return say(
      'Every line defines one user: "user", a name and rules. Settings belong in the configuration, and a line cannot be continued on the next one.',
    );
  },
};
