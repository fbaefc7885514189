import { choice, insertLineAfter } from '../fix';
import { replicationSign } from '../replicationSign';
import type { DocumentRule } from '../rule';
import { outsystemsPurpose } from '../profiles';
import { isWhole, ownLine } from '../stated';

/** A server with a password that could not follow another one with the same password. */
export const noMasterauth: DocumentRule = {
  id: 'no-masterauth',
  group: 'security',
  severity: 'warning',
  scope: 'document',
  title: 'A password for clients, but none to present to a primary',
  *check(settings, env) {
    const password = ownLine(settings, 'requirepass');
    const word = password?.args[0];
    if (env.kind !== 'redis' || !isWhole(settings, env) || !password || !word || word.text === '') return;
    if ((settings.written('masterauth') ?? '') !== '') return;
    const sign = replicationSign(settings);
    // outsystems-masterauth says it for the procedure.
    if (!sign || outsystemsPurpose(settings, env) === 'production') return;
    const why = sign.directive.key === 'replicaof' ? 'This replica' : 'As soon as it becomes a replica, this server';
    const written = password.content.text.slice(word.start, word.end);
    yield {
      line: password.line,
      message: `${why} presents no password to its primary, and a primary with the same password refuses it. Give every member of the deployment the same "requirepass" and "masterauth", primaries too.`,
      fixes: [
        choice(
          'Add "masterauth" with the same password',
          insertLineAfter(`masterauth ${written}`, settings.text(password.line), password.line),
        ),
      ],
    };
  },
};
