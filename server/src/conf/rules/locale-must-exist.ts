import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';

/** Locales that the C library has without anything being installed. */
const ALWAYS = new Set(['', 'C', 'POSIX', 'C.UTF-8', 'C.utf8']);

/** A locale that has to be installed on the machine. */
export const localeMustExist: DirectiveRule = {
  id: 'locale-must-exist',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['locale-collate'],
  title: 'The locale has to be installed on the machine',
  check: ({ args }) => {
    const [word] = args;
    if (!word || ALWAYS.has(word.text)) return undefined;
    return {
      span: word,
      message: `The server stops where "${word.text}" is not installed (Failed to configure LOCALE for invalid locale name); "locale -a" lists what is. Containers often have none.`,
      fixes: [changeTo('C.UTF-8', word), changeTo('', word)],
    };
  },
};
