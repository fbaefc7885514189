import { choice, replaceSpan } from '../fix';
import type { DirectiveRule } from '../rule';

/** A NUL byte hides the rest of its line and the line break. */
export const nulByte: DirectiveRule = {
  id: 'nul-byte',
  group: 'traps',
  severity: 'warning',
  scope: 'directive',
  title: 'A NUL byte hides the rest of the line',
  check: ({ line }) => {
    const start = line.text.indexOf('\0');
    if (start < 0) return undefined;
    const span = { start, end: line.text.length };
    return {
      span,
      message:
        'The server reads the file as text that ends at a NUL byte: it does not see the rest of this line, nor its line break, so that the next line is joined to this one.',
      fixes: [choice('Remove the NUL byte and what follows it', replaceSpan(span, ''))],
    };
  },
};
