import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  documentText,
  type Line,
  parseDocument,
  quoteWord,
  splitArgument,
  splitLine,
  type WordRules,
} from '../../server/src/conf/syntax';
import { knownVersions } from '../../server/src/conf/catalogue/catalogue';
import { wordRulesOf } from '../../server/src/conf/judge';
import { parseTarget } from '../../server/src/conf/target';
import { workOf } from './work';

const COMMON: WordRules = { gluesQuotes: false };
const GLUING: WordRules = { gluesQuotes: true };
const BOTH = [COMMON, GLUING];

/** The rules about words of every target that is known. */
const ALL_RULES: readonly WordRules[] = (['redis', 'valkey'] as const).flatMap((product) =>
  knownVersions[product].map((version) => {
    const target = parseTarget(`${product}@${version}`, undefined);
    assert.ok(target);
    return wordRulesOf({ target });
  }),
);

function texts(line: Line): readonly string[] | string {
  return line.kind === 'directive' ? line.words.map(({ text }) => text) : line.kind;
}

describe('splitting a line into words', () => {
  const cases: readonly (readonly [string, string, readonly string[] | string])[] = [
    ['blanks separate words', 'save  900\t1', ['save', '900', '1']],
    ['an empty line', '', 'blank'],
    ['blanks only', ' \t ', 'blank'],
    ['a comment', '  # port 1', 'comment'],
    ['no comment behind a value', 'port 1 # two', ['port', '1', '#', 'two']],
    ['a hash inside a word', 'requirepass a#b', ['requirepass', 'a#b']],
    ['a carriage return ends a word', 'port 1\r', ['port', '1']],
    ['vertical tab and form feed do not end a word', 'port\v1\f', ['port\v1\f']],
    ['vertical tab and form feed are skipped between words', 'port \v\f 1', ['port', '1']],
    ['a no-break space is no blank', 'port\u00a01', ['port\u00a01']],
    ['a byte order mark is part of the word', '\ufeffport 1', ['\ufeffport', '1']],
    ['NUL ends the line', 'port 1\0 2', ['port', '1']],
    ['NUL at the start hides the line', '\0port 1', 'blank'],
    ['double quotes', 'save "900 1"', ['save', '900 1']],
    ['single quotes', "save '900 1'", ['save', '900 1']],
    ['an empty argument', 'save ""', ['save', '']],
    ['escapes in double quotes', String.raw`x "\n\r\t\b\a\\\"\q"`, ['x', '\n\r\t\b\x07\\"q']],
    ['hexadecimal escapes', String.raw`x "\x41\x4a\x4A"`, ['x', 'AJJ']],
    ['no hexadecimal escape', String.raw`x "\xzz\x4"`, ['x', 'xzzx4']],
    ['only the quote is escaped in single quotes', String.raw`x 'a\'b\n\x41\\ '`, ['x', String.raw`a'b\n\x41\\ `]],
    ['a backslash outside quotes is a character', String.raw`x a\nb\\`, ['x', String.raw`a\nb\\`]],
    ['a quote opens inside a word', 'x ab"c d"', ['x', 'abc d']],
    ['an apostrophe opens a quote', "x it's", 'unbalanced'],
    ['a quote that is never closed', 'x "a', 'unbalanced'],
    ['an escaped closing quote', String.raw`x "C:\data\"`, 'unbalanced'],
    ['the other quote inside quotes', `x "it's" 'a"b'`, ['x', "it's", 'a"b']],
    ['the name may be quoted', '"port" 1', ['port', '1']],
    ['variables are not expanded', 'x $HOME ${A}', ['x', '$HOME', '${A}']],
    ['nothing continues a line', 'x a\\', ['x', 'a\\']],
  ];
  for (const [title, text, wanted] of cases) {
    it(title, () => {
      for (const rules of BOTH) assert.deepEqual(texts(splitLine(text, rules)), wanted);
    });
  }

  it('refuses text behind a closing quote, except in Valkey 9.1', () => {
    assert.equal(texts(splitLine('x "a"b', COMMON)), 'unbalanced');
    assert.deepEqual(texts(splitLine('x "a"b', GLUING)), ['x', 'ab']);
    assert.deepEqual(texts(splitLine('x "a"\'b c\'d', GLUING)), ['x', 'ab cd']);
    const gluing = ALL_RULES.filter(({ gluesQuotes }) => gluesQuotes);
    assert.equal(gluing.length, 1);
  });

  it('says which quote is at fault', () => {
    assert.deepEqual(splitLine("requirepass it's", COMMON).fault, { kind: 'open', start: 12, quote: 14 });
    assert.deepEqual(splitLine('dir "/a b', COMMON).fault, { kind: 'open', start: 4, quote: 4 });
    assert.deepEqual(splitLine('x "a"b', COMMON).fault, { kind: 'glued', start: 2, quote: 4 });
    assert.equal(splitLine('x a', COMMON).fault, undefined);
  });

  /** Texts in which what matters to the splitter is frequent. */
  const text = fc.string({
    unit: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('"', "'", '\\', ' ', '\t', '\r', '\v', '#', 'x', '4', 'n', '\0') },
      { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
    ),
    maxLength: 60,
  });

  it('gives words that lie inside the line, ascending and apart', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...BOTH), (line, rules) => {
        const { words, kind, fault } = splitLine(line, rules);
        assert.equal(kind === 'directive', words.length > 0);
        assert.equal(kind === 'unbalanced', fault !== undefined);
        let end = -1;
        for (const word of words) {
          assert.ok(word.start > end, 'a blank lies between words');
          assert.ok(word.end > word.start);
          assert.ok(word.end <= line.length);
          assert.equal(word.quoted, /["']/.test(line.slice(word.start, word.end)));
          if (!word.quoted) assert.equal(word.text, line.slice(word.start, word.end));
          end = word.end;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('points at a quote when it refuses a line', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...BOTH), (line, rules) => {
        const { fault } = splitLine(line, rules);
        if (!fault) return;
        assert.match(line.charAt(fault.quote), /["']/);
        assert.ok(fault.start <= fault.quote);
        if (fault.kind === 'glued') assert.doesNotMatch(line.charAt(fault.quote + 1), /^\s?$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('splits one argument again like a line', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...BOTH), (argument, rules) => {
        const whole = splitLine(`x ${argument}`, rules);
        const again = splitArgument(argument, rules);
        assert.deepEqual(again, whole.kind === 'directive' ? whole.words.slice(1).map((word) => word.text) : undefined);
      }),
    );
  });

  const MEGABYTE = 1_000_000;
  const long: readonly (readonly [string, string])[] = [
    ['one word', 'a'.repeat(MEGABYTE)],
    ['many words', 'ab '.repeat(MEGABYTE / 3)],
    ['blanks', ' '.repeat(MEGABYTE)],
    ['one quoted word', `x "${'a'.repeat(MEGABYTE)}"`],
    ['escapes', `x "${'\\n'.repeat(MEGABYTE / 2)}"`],
    ['hexadecimal escapes', `x "${'\\x41'.repeat(MEGABYTE / 4)}"`],
    ['an open quote', `x '${"\\' ".repeat(MEGABYTE / 3)}`],
    ['words before an open quote', `${'a '.repeat(MEGABYTE / 2)}"`],
    ['quotes that open inside words', `${'a"b" '.repeat(MEGABYTE / 5)}`],
    ['glued quotes', `x ${'"a"'.repeat(MEGABYTE / 3)}`],
    ['a comment', `#${'a'.repeat(MEGABYTE)}`],
  ];
  for (const [title, line] of long) {
    it(`looks at each character of a long line a few times: ${title}`, function () {
      this.timeout(60_000);
      for (const rules of BOTH) {
        const work = workOf(() => void splitLine(line, rules));
        assert.ok(work <= 12 * line.length, `${work} steps for ${line.length} characters`);
      }
    });
  }
});

describe('writing a word', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('"', "'", '\\', ' ', '\t', '\n', '\r', '\0', '\x7f', '#', 'x', 'a'),
      maxLength: 20,
    }),
  );

  it('is read back unchanged by every target', () => {
    fc.assert(
      fc.property(value, (text) => {
        for (const rules of BOTH) {
          const line = splitLine(`requirepass ${quoteWord(text)}`, rules);
          assert.deepEqual(
            line.words.map((word) => word.text),
            ['requirepass', text],
          );
        }
      }),
      { numRuns: 1_000 },
    );
    for (const rules of ALL_RULES) assert.ok(BOTH.some(({ gluesQuotes }) => gluesQuotes === rules.gluesQuotes));
  });

  it('stays on one line and starts no comment', () => {
    fc.assert(
      fc.property(value, (text) => {
        assert.doesNotMatch(quoteWord(text), /[\n\r\0]|^#/);
      }),
    );
  });

  it('leaves plain words as they are', () => {
    for (const word of ['6379', '/var/lib/redis', 'allkeys-lru', 'a=b', '*', '-::*'])
      assert.equal(quoteWord(word), word);
    assert.equal(quoteWord(''), '""');
    assert.equal(quoteWord('a b'), '"a b"');
    assert.equal(quoteWord('#a'), '"#a"');
  });
});

describe('a document', () => {
  it('is broken at line feeds only, and a carriage return before one is dropped', () => {
    assert.deepEqual(parseDocument('a\r\nb\rc\nd\r'), { lines: ['a', 'b\rc', 'd\r'], eol: '\n' });
    assert.deepEqual(parseDocument('a\r\nb\r\n'), { lines: ['a', 'b', ''], eol: '\r\n' });
    assert.deepEqual(parseDocument(''), { lines: [''], eol: '\n' });
  });

  it('is put together again as it was when all line breaks are alike', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', '"', '#', '\t'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = lines.join(eol);
        assert.equal(documentText(parseDocument(text)), text);
      }),
    );
  });
});
