/**
 * Text to lines and words, exactly as the servers split them (`sdssplitargs` and `sdstrim` in their sources):
 * `#` starts a comment only as the first character of a line, a quote may open inside a word, a closing quote must be
 * followed by a blank, and there is no continuation of lines.
 */

/** One word of a line: `text` is what the server sees, `start` and `end` are columns including the quotes. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/**
 * Why a line cannot be split. `quote` is the column of the quote that is never closed (`open`), or of the closing quote
 * that text is glued to (`glued`); `start` is where its word begins.
 */
export interface QuoteFault {
  readonly kind: 'open' | 'glued';
  readonly start: number;
  readonly quote: number;
}

/** One line, taken apart. `words` is empty for all kinds but `directive`, `fault` is there for `unbalanced` ones. */
export interface Line {
  readonly kind: 'blank' | 'comment' | 'directive' | 'unbalanced';
  readonly text: string;
  readonly words: readonly Word[];
  readonly fault?: QuoteFault;
}

/** What differs between servers in the splitting of words. */
export interface WordRules {
  /** Valkey 9.1 glues text to a closing quote (`"a"b` is `ab`); all others refuse the line. */
  readonly gluesQuotes: boolean;
}

const NO_WORDS: readonly Word[] = [];
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

/** Blank to `isspace` of C: skipped between words. Only the first four also end an unquoted word. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function endsWord(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0;
}

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 102) return code - 87;
  if (code >= 65 && code <= 70) return code - 55;
  return -1;
}

/** Splits one line (without its line break) as a server with these rules does. */
export function splitLine(text: string, rules: WordRules): Line {
  // A NUL byte ends the line for the servers, which read it as a C string.
  const nul = text.indexOf('\0');
  const length = nul >= 0 ? nul : text.length;
  let at = 0;
  while (at < length && endsWord(text.charCodeAt(at))) at++;
  if (at === length) return { kind: 'blank', text, words: NO_WORDS };
  if (text.charCodeAt(at) === 35) return { kind: 'comment', text, words: NO_WORDS };

  const words: Word[] = [];
  for (;;) {
    while (at < length && isSpace(text.charCodeAt(at))) at++;
    if (at >= length) break;
    const word = readWord(text, at, length, rules);
    if ('kind' in word) return { kind: 'unbalanced', text, words: NO_WORDS, fault: word };
    words.push(word);
    at = word.end;
  }
  return words.length === 0 ? { kind: 'blank', text, words: NO_WORDS } : { kind: 'directive', text, words };
}

/** Reads the word that starts at `start`, or says why its quotes are unbalanced. */
function readWord(text: string, start: number, length: number, rules: WordRules): Word | QuoteFault {
  let at = start;
  let plainFrom = start;
  let value = '';
  let quote = 0;
  let openedAt = start;
  let quoted = false;
  for (;;) {
    const code = at < length ? text.charCodeAt(at) : -1;
    if (quote === 0) {
      if (code === -1 || endsWord(code)) {
        return { text: value + text.slice(plainFrom, at), start, end: at, quoted };
      }
      if (code === 34 || code === 39) {
        value += text.slice(plainFrom, at);
        quote = code;
        openedAt = at;
        quoted = true;
        plainFrom = at + 1;
      }
      at++;
      continue;
    }
    if (code === -1) return { kind: 'open', start, quote: openedAt };
    if (code === quote) {
      value += text.slice(plainFrom, at);
      at++;
      const next = at < length ? text.charCodeAt(at) : -1;
      // Where text is glued to a quote, so are the blanks that end no word.
      if (next === -1 || endsWord(next) || (isSpace(next) && !rules.gluesQuotes)) {
        return { text: value, start, end: at, quoted };
      }
      if (!rules.gluesQuotes) return { kind: 'glued', start, quote: at - 1 };
      quote = 0;
      plainFrom = at;
      continue;
    }
    if (code === 92) {
      const escape = readEscape(text, at, length, quote);
      if (escape) {
        value += text.slice(plainFrom, at) + escape.value;
        at += escape.length;
        plainFrom = at;
        continue;
      }
    }
    at++;
  }
}

/** The escape at `at` inside quotes, or undefined when the backslash stands for itself. */
function readEscape(
  text: string,
  at: number,
  length: number,
  quote: number,
): { value: string; length: number } | undefined {
  if (at + 1 >= length) return undefined;
  if (quote === 39) return text.charCodeAt(at + 1) === 39 ? { value: "'", length: 2 } : undefined;
  const next = text.charAt(at + 1);
  if (next === 'x' && at + 3 < length) {
    const high = hexValue(text.charCodeAt(at + 2));
    const low = hexValue(text.charCodeAt(at + 3));
    if (high >= 0 && low >= 0) return { value: String.fromCharCode(high * 16 + low), length: 4 };
  }
  return { value: SIMPLE_ESCAPES[next] ?? next, length: 2 };
}

/** Splits the text of one argument again, as servers do with a single argument of a multi-argument directive. */
export function splitArgument(text: string, rules: WordRules): readonly string[] | undefined {
  const words: string[] = [];
  const nul = text.indexOf('\0');
  const length = nul >= 0 ? nul : text.length;
  let at = 0;
  for (;;) {
    while (at < length && isSpace(text.charCodeAt(at))) at++;
    if (at >= length) return words;
    const word = readWord(text, at, length, rules);
    if ('kind' in word) return undefined;
    words.push(word.text);
    at = word.end;
  }
}

/** A file as lines without their line breaks. */
export interface ConfDocument {
  readonly lines: readonly string[];
  /** The line break used when the text is put together again. */
  readonly eol: '\n' | '\r\n';
}

/**
 * Takes a text apart into lines at `\n`, the only line break that servers know; the `\r` of a CRLF break is dropped.
 * A lone `\r` stays in its line.
 */
export function parseDocument(text: string): ConfDocument {
  const lines = text.split('\n');
  let crlf = 0;
  for (let index = 0; index < lines.length - 1; index++) {
    const line = lines[index] ?? '';
    if (line.charCodeAt(line.length - 1) === 13) {
      lines[index] = line.slice(0, -1);
      crlf++;
    }
  }
  return { lines, eol: crlf * 2 > lines.length - 1 && crlf > 0 ? '\r\n' : '\n' };
}

/** The text of a document, with its own line breaks. */
export function documentText(document: ConfDocument): string {
  return document.lines.join(document.eol);
}

/**
 * Writes a value so that every server reads it back unchanged: as it is when it has no special character, else in
 * double quotes with the escapes that `CONFIG REWRITE` uses.
 */
export function quoteWord(value: string): string {
  if (/^[^\s"'\\\u0000-\u001f\u007f-\uffff#]+$/.test(value)) return value;
  let out = '"';
  for (const char of value) {
    const code = char.codePointAt(0) ?? 0;
    if (char === '"' || char === '\\') out += `\\${char}`;
    else if (char === '\n') out += '\\n';
    else if (char === '\r') out += '\\r';
    else if (char === '\t') out += '\\t';
    else if (code < 32 || code === 127) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else out += char;
  }
  return `${out}"`;
}
