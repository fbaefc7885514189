import type { Fix, Span, TextEdit } from '../finding';
import { certain, choice, insertLineBefore, replaceSpan } from '../fix';
import type { LineReport, RawLineRule } from '../rule';
import { quoteWord, type QuoteFault, splitLine } from '../syntax';
import { stopsHere } from '../wording';

const REASON = 'Unbalanced quotes in configuration line';

/** A quote that is not closed, or a closing quote with text glued to it. */
export const unbalancedQuotes: RawLineRule = {
  id: 'unbalanced-quotes',
  group: 'start',
  severity: 'error',
  scope: 'unbalanced',
  title: 'Quotes are not closed, or text is glued to a closing quote',
  check: ({ text, fault }) => {
    if (!fault) return undefined;
    return fault.kind === 'open' ? openQuote(text, fault) : gluedText(text, fault);
  },
};

function openQuote(text: string, { start, quote }: QuoteFault): LineReport {
  const span = { start, end: text.trimEnd().length };
  const written = text.slice(start, span.end);
  return {
    span,
    message: `${whyOpen(written, quote - start)} ${stopsHere(REASON)}`,
    // What follows a NUL byte is not read, so a quote cannot be closed behind it.
    fixes: text.includes('\0') ? [] : openFixes(written, quote - start, span),
  };
}

function whyOpen(written: string, quote: number): string {
  if (quote > 0) {
    return 'A quote opens a quoted text inside a word too, and this one is never closed. Put the whole value in double quotes.';
  }
  return written.endsWith(`\\${written.charAt(0)}`)
    ? 'The quote is never closed: after a backslash, the last one is a part of the text. Inside double quotes write "\\\\" for a backslash.'
    : 'The quote is never closed.';
}

/** `written` is the word as the file has it; its quote stands at `quote`. */
function openFixes(written: string, quote: number, span: Span): Fix[] {
  const mark = written.charAt(quote);
  const blanks = /\s/.test(written);
  if (quote > 0) {
    const fix = blanks || /["'\\]/.test(written.slice(0, quote) + written.slice(quote + 1)) ? choice : certain;
    return [fix('Put the value in double quotes', replaceSpan(span, quoteWord(written)))];
  }
  if (written.endsWith(`\\${mark}`)) {
    const doubled = written.slice(1, -1).replaceAll('\\', '\\\\');
    return [choice('Double the backslashes', replaceSpan(span, `"${doubled}"`))];
  }
  if (written.length === 1) return [];
  // Without a blank or a backslash there is only one place where the quote can close.
  const fix = blanks || written.includes('\\') ? choice : certain;
  return [fix('Close the quote at the end of the line', replaceSpan({ start: span.end, end: span.end }, mark))];
}

function gluedText(text: string, { start, quote }: QuoteFault): LineReport {
  const span = { start: quote + 1, end: quote + 1 + (/^\S*/.exec(text.slice(quote + 1))?.[0].length ?? 0) };
  return {
    span,
    message: `Text follows a closing quote without a blank; only Valkey 9.1 and later take both as one word. ${stopsHere(REASON)}`,
    fixes: gluedFixes(text, start, quote, span),
  };
}

function gluedFixes(text: string, start: number, quote: number, span: Span): Fix[] {
  const mark = text.charAt(quote);
  const written = text.slice(start, span.end);
  const glued = text.charAt(span.start);
  if (glued === '#') return [choice('Move the comment to a line of its own', ...moveComment(text, span.start))];
  const inner = written.slice(1, -1);
  const separate =
    glued === ','
      ? choice('Replace the comma by a blank', replaceSpan({ start: span.start, end: span.start + 1 }, ' '))
      : choice('Put a blank behind the quote', replaceSpan({ start: span.start, end: span.start }, ' '));
  const isOneText = written.startsWith(mark) && written.endsWith(mark) && written.length > 2;
  if (isOneText && inner.split(mark).length % 2 === 0) {
    return [
      choice('Take the inner quote as a part of the text', replaceSpan({ start, end: span.end }, quoteWord(inner))),
      separate,
    ];
  }
  const [joined, ...more] = splitLine(written, { gluesQuotes: true }).words;
  if (!joined || more.length > 0) return [separate];
  const join = choice('Join both to one word', replaceSpan({ start, end: span.end }, quoteWord(joined.text)));
  return /["',]/.test(glued) ? [separate, join] : [join, separate];
}

function moveComment(text: string, start: number): TextEdit[] {
  const end = text.trimEnd().length;
  return [insertLineBefore(text.slice(start, end)), replaceSpan({ start, end }, '')];
}
