import { outsystemsPurpose } from '../profiles';
import type { DocumentRule } from '../rule';
import { addAfter, isWhole, ownLine } from '../stated';
import { choice, replaceSpan } from '../fix';

/** Every node may become a replica, and then logs in to its primary. */
export const outsystemsMasterauth: DocumentRule = {
  id: 'outsystems-masterauth',
  group: 'profile',
  severity: 'warning',
  scope: 'document',
  title: 'OutSystems: masterauth is not the password of the cluster',
  *check(settings, env) {
    if (outsystemsPurpose(settings, env) !== 'production') return;
    const requirepass = ownLine(settings, 'requirepass');
    const password = requirepass?.args[0];
    if (!requirepass || !password || password.text === '') return;
    // With a user name the password belongs to that user.
    if ((settings.written('masteruser') ?? '') !== '') return;
    const masterauth = settings.last('masterauth');
    if (!masterauth && !isWhole(settings, env)) return;
    if (masterauth?.args[0]?.text === password.text || masterauth?.included) return;
    // As it is written, quotes and all.
    const written = requirepass.content.text.slice(password.start, password.end);
    const word = masterauth?.args[0];
    yield {
      line: masterauth?.line ?? requirepass.line,
      ...(word ? { span: word } : {}),
      message: `${masterauth ? '"masterauth" differs from "requirepass"' : 'There is no "masterauth"'}. Every node of the cluster has the same password and sends it to its primary as soon as it is a replica; with another one, or none, it never synchronises.`,
      fixes: [
        masterauth && word
          ? choice('Use the password of "requirepass"', replaceSpan(word, written, masterauth.line))
          : addAfter(settings, requirepass.line, 'Add "masterauth" with the same password', `masterauth ${written}`),
      ],
    };
  },
};
