import { firstSecret } from '../passwords';
import type { DocumentRule } from '../rule';

/** A password in a file that Git keeps. */
export const secretInGit: DocumentRule = {
  id: 'secret-in-git',
  group: 'security',
  severity: 'warning',
  scope: 'document',
  title: 'A password in a file that Git keeps for ever',
  *check(settings) {
    const secret = settings.file.trackedByGit ? firstSecret(settings) : undefined;
    if (!secret) return;
    yield {
      line: secret.line,
      message: `"${secret.name}" holds a secret in clear text in a file that Git tracks: everybody with a copy of the repository has it, also after it is removed. Keep it in an included file outside the repository, and change the password.`,
    };
  },
};
