import { type DocumentRule } from '../rule';
import { relatedLine } from '../settings';

/** Commands in the example; more would make the message unreadable. */
const MOST_SHOWN = 4;

/** Hiding commands behind other names is what users were made for. Said once a file, however many lines there are. */
export const renameCommandDeprecated: DocumentRule = {
  id: 'rename-command-deprecated',
  group: 'security',
  severity: 'hint',
  scope: 'document',
  title: 'rename-command is deprecated since 6.0',
  *check(settings, env) {
    if (env.era === 5 || env.kind === 'sentinel' || settings.count('rename-command') === 0) return;
    const [first, ...others] = settings.all('rename-command').filter(({ included }) => !included);
    if (!first) return;
    const commands = [first, ...others]
      .slice(0, MOST_SHOWN)
      .map(({ args }) => ` -${args[0]?.text.toLowerCase() ?? ''}`);
    const more = others.length < MOST_SHOWN ? '' : ' ...';
    yield {
      line: first.line,
      message: `"rename-command" is deprecated since 6.0: it breaks tools, replicas and Sentinel, which use the real names. Take commands away from users instead, as in "user default ...${commands.join('')}${more}".`,
      tags: ['deprecated'],
      related: others.flatMap((line) => relatedLine(line, 'Renamed too.')),
    };
  },
};
