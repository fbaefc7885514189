import { choice, replaceSpan } from '../../conf/fix';
import { weakPassword } from '../../conf/passwords';
import type { AclUserRule } from '../rule';
import { sha256 } from '../sha256';

/** A password that everybody can read who can read the file. */
export const aclClearPassword: AclUserRule = {
  id: 'acl-clear-password',
  group: 'security',
  severity: 'hint',
  scope: 'user',
  title: 'A password in clear text, where its hash is enough',
  *check({ rules, verdict }) {
    for (const { at, clear } of verdict.user.passwords) {
      const word = rules.words[at];
      if (!word || clear === undefined || clear === '' || weakPassword(clear) === 'placeholder') continue;
      // A trimmed word is no longer what stands in the text.
      const plain = word.text === `>${clear}`;
      yield {
        span: word,
        message:
          'This password stands in the file in clear text. The server keeps only its SHA-256 hash, and "#" with the hash does the same; ACL SAVE writes it so.',
        fixes: plain ? [choice('Write its SHA-256 hash', replaceSpan(word, `#${sha256(clear)}`))] : [],
      };
    }
  },
};
