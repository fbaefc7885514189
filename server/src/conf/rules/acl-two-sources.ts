import type { DocumentRule } from '../rule';

/** Users are either in the configuration or in an ACL file, not in both. */
export const aclTwoSources: DocumentRule = {
  id: 'acl-two-sources',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'Users both in user lines and in an ACL file',
  *check(settings, env) {
    const file = settings.last('aclfile');
    if (!file || file.included || env.kind === 'sentinel' || file.args[0]?.text === '') return;
    const user = settings.last('user');
    if (!user) return;
    yield {
      line: file.line,
      message:
        'Users are either in "user" lines or in the ACL file, never in both. The server stops: Configuring the server with users defined in its configuration and at the same time setting an ACL file path is invalid.',
      related: user.included
        ? []
        : [{ message: 'A user is defined here.', range: { start: { line: user.line, character: 0 }, end: { line: user.line, character: user.content.text.length } } }],
    };
  },
};
