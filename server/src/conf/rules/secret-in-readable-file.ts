import { firstSecret } from '../passwords';
import type { DocumentRule } from '../rule';

/** Every user of the machine can read a file that holds a password. */
export const secretInReadableFile: DocumentRule = {
  id: 'secret-in-readable-file',
  group: 'security',
  severity: 'warning',
  scope: 'document',
  title: 'Every user of the machine can read the password',
  *check(settings) {
    // Of a file in git the permissions say nothing, and secret-in-git says what matters.
    const { worldReadable, trackedByGit } = settings.file;
    const secret = worldReadable && !trackedByGit ? firstSecret(settings) : undefined;
    if (!secret) return;
    yield {
      line: secret.line,
      message: `"${secret.name}" holds a secret in clear text, and the permissions of the file let every user of this machine read it. Allow the server's user only: chmod 640 or 600.`,
    };
  },
};
