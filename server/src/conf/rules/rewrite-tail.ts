import type { DocumentRule } from '../rule';

/** Below its mark the server keeps what it wrote itself. */
export const rewriteTail: DocumentRule = {
  id: 'rewrite-tail',
  group: 'traps',
  severity: 'hint',
  scope: 'document',
  title: 'From here on the lines were written by the server',
  *check(settings) {
    const line = settings.rewriteTail;
    if (line === undefined) return;
    yield {
      line,
      message:
        'The server wrote what follows (CONFIG REWRITE, or a change by Sentinel) and writes it again at the next rewrite. Put settings of your own above this line, where they also stay commented.',
    };
  },
};
