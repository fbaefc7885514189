import type { DocumentRule } from '../rule';

/** An included file holds a line that the target refuses, or leads back to itself: nothing names it at the start. */
export const includedFileRefused: DocumentRule = {
  id: 'included-file-refused',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'An included file holds a line that the server refuses',
  *check(settings) {
    for (const { line, uri, refusedLine, message, endless } of settings.refusedIncludes()) {
      const name = uri.split('/').at(-1) ?? uri;
      if (endless) {
        yield {
          line,
          message: `${name} includes itself, at once or through other files. The server reads on and on, and dies without a word when its stack is full.`,
        };
        continue;
      }
      yield {
        line,
        message: `Line ${refusedLine + 1} of ${name} is refused, and the server's message gives that line number without the file. ${message}`,
        related: [
          {
            uri,
            range: { start: { line: refusedLine, character: 0 }, end: { line: refusedLine + 1, character: 0 } },
            message: 'The refused line.',
          },
        ],
      };
    }
  },
};
