import type { RawLineRule } from '../rule';

/** A quote that is not closed, or a closing quote with text glued to it. */
export const unbalancedQuotes: RawLineRule = {
  id: 'unbalanced-quotes',
  group: 'start',
  severity: 'error',
  scope: 'unbalanced',
  title: 'Quotes are not closed, or text is glued to a closing quote',
  check: (line) => {
    const start = line.text.search(/["']/);
    return {
      span: { start: Math.max(0, start), end: line.text.trimEnd().length },
      message:
        'A quote is not closed, or text follows a closing quote without a blank. Inside double quotes write \\" for a quote and \\\\ for a backslash. The server stops here: Unbalanced quotes in configuration line.',
    };
  },
};
