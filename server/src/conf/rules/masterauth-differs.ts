import { choice, replaceSpan } from '../fix';
import { isVariable } from '../passwords';
import { outsystemsPurpose } from '../profiles';
import type { DocumentRule } from '../rule';
import { ownLine } from '../stated';

/** Two passwords where the members of a deployment need one. */
export const masterauthDiffers: DocumentRule = {
  id: 'masterauth-differs',
  group: 'security',
  severity: 'warning',
  scope: 'document',
  title: 'masterauth and requirepass differ',
  *check(settings, env) {
    const forPrimary = ownLine(settings, 'masterauth');
    const word = forPrimary?.args[0];
    const forClients = settings.last('requirepass');
    const wanted = forClients?.args[0];
    if (env.kind !== 'redis' || env.template || !forPrimary || !forClients || !word || !wanted) return;
    // outsystems-masterauth says it for the procedure.
    if (outsystemsPurpose(settings, env) === 'production') return;
    // With a user name the password belongs to that user.
    if ((settings.written('masteruser') ?? '') !== '') return;
    if (word.text === '' || wanted.text === '' || word.text === wanted.text) return;
    // What variables will stand for is not known.
    if (isVariable(word.text) || isVariable(wanted.text)) return;
    const written = forClients.content.text.slice(wanted.start, wanted.end);
    yield {
      line: forPrimary.line,
      message:
        '"masterauth" is not the same as "requirepass". When the roles change in a failover, the former primary presents this password to a member that was set up with the other one. Give all members the same two.',
      // The secret of another file stays there.
      fixes: forClients.included
        ? []
        : [choice('Change to the password of "requirepass"', replaceSpan(word, written, forPrimary.line))],
      ...(forClients.included
        ? {}
        : {
            related: [
              {
                range: {
                  start: { line: forClients.line, character: wanted.start },
                  end: { line: forClients.line, character: wanted.end },
                },
                message: 'What this server asks of others.',
              },
            ],
          }),
    };
  },
};
