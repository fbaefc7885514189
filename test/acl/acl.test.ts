import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { AclAnalysis, analyzeAcl } from '../../server/src/acl/analyze';
import { aclDialectOf } from '../../server/src/acl/dialect';
import { judgeUser } from '../../server/src/acl/setuser';
import { sha256 } from '../../server/src/acl/sha256';
import type { Finding } from '../../server/src/conf/finding';
import { parseDocument } from '../../server/src/conf/syntax';
import { parseTarget, type Target } from '../../server/src/conf/target';

const TARGETS = ['redis@6.0.16', 'redis@6.2.16', 'redis@7.0.15', 'redis@8.6.3', 'valkey@7.2.7', 'valkey@9.1.2'].map(
  targetOf,
);

function targetOf(name: string): Target {
  const target = parseTarget(name, undefined);
  assert.ok(target);
  return target;
}

const anyTarget = fc.constantFrom(...TARGETS);
const rule = fc.oneof(
  fc.constantFrom(
    ...'on off nopass reset resetpass ~* ~a allkeys resetkeys %R~a %x~a % &* &a allchannels resetchannels'.split(' '),
    ...'+@all -@all +get -get +config|get +config| +| + - +@ +@bogus +nosuch >p <p #abc ! ( ) (+get (+get) ~x) ()'.split(
      ' ',
    ),
    ...'db=0 db=x alldbs clearselectors sanitize-payload # "on" on, @read get'.split(' '),
    `#${sha256('p')}`,
    `!${sha256('p')}`,
    `#${sha256('p').toUpperCase()}`,
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.array(rule, { maxLength: 8 }).map((rules) => ['user', 'alice', ...rules].join(' ')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'user', 'user  b on', 'user\tb on', 'USER b', '# c', '\ufeffuser b', 'user b\tc on'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: 'binary' }) },
);
const file = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));

function assertInside(findings: readonly Finding[], lines: readonly string[]): void {
  for (const { range, message, fixes } of findings) {
    const edits = fixes.flatMap((fix) => fix.edits.map((edit) => edit.range));
    for (const { start, end } of [range, ...edits]) {
      assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character), message);
      assert.ok(end.line <= lines.length, message);
      assert.ok(
        start.character <= (lines[start.line] ?? '').length && end.character <= (lines[end.line] ?? '').length,
        message,
      );
    }
    assert.equal(range.start.line, range.end.line, message);
  }
}

describe('ACL files', function () {
  this.timeout(60_000);
  it('are judged whatever they hold, and every finding is inside its line', () => {
    fc.assert(
      fc.property(file, anyTarget, (text, target) => {
        assertInside(analyzeAcl(text, { target }).findings, parseDocument(text).lines);
      }),
      { numRuns: 1_000 },
    );
  });

  it('give the same findings after an edit as when they are read anew', () => {
    const edit = fc.record({
      at: fc.nat(20),
      removed: fc.nat(3),
      inserted: fc.array(line.map(oneLine), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(file, anyTarget, fc.array(edit, { maxLength: 5 }), (text, target, edits) => {
        const analysis = new AclAnalysis(parseDocument(text), { target });
        for (const { at, removed, inserted } of edits) {
          const start = Math.min(at, analysis.document.lines.length);
          const count = Math.min(removed, analysis.document.lines.length - start);
          analysis.replaceLines(start, count, inserted);
          const anew = new AclAnalysis({ lines: [...analysis.document.lines], eol: '\n' }, { target });
          assert.deepEqual(analysis.findings, anew.findings);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never show a password in a message or in the title of a fix', () => {
    const password = fc.stringMatching(/^[a-zA-Z0-9!$?.]{9,20}$/).filter((text) => /\d/.test(text));
    const place = fc.constantFrom('>', '<', '', '(>', '&* (', '~* #', '!', 'on "');
    fc.assert(
      fc.property(password, place, anyTarget, (secret, before, target) => {
        for (const { message, fixes } of analyzeAcl(`user alice on ${before}${secret} bogus`, { target }).findings) {
          for (const text of [message, ...fixes.map((fix) => fix.title)]) assert.ok(!text.includes(secret), text);
        }
      }),
    );
  });

  it('take keywords in any case', () => {
    const flags = fc.array(
      fc.constantFrom('on', 'off', 'nopass', 'reset', 'allkeys', '~a', '&a', '+@all', '+get', 'sanitize-payload'),
    );
    fc.assert(
      fc.property(flags, anyTarget, (rules, target) => {
        const dialect = aclDialectOf(target);
        const kinds = (words: readonly string[]): unknown => {
          const { refused, unknown, conditional } = judgeUser(words, dialect);
          return [...refused, ...unknown, ...conditional].map(({ kind, first }) => [kind, first]);
        };
        assert.deepEqual(kinds(rules.map((word) => word.toUpperCase())), kinds(rules));
      }),
    );
  });

  it('cost time in proportion to their length', () => {
    const words = 30_000;
    const hostile: Readonly<Record<string, string>> = {
      rules: 'user a ' + '+get -get '.repeat(words / 2),
      faults: 'user a ' + 'bogus '.repeat(words),
      commands: 'user a ' + '+nosuchcommand '.repeat(words / 10),
      'parts of commands': 'user a ' + '-config +config|get '.repeat(words / 2),
      'open brackets': 'user a ' + '(+get '.repeat(words),
      'closed brackets': 'user a ' + '(+get) '.repeat(words / 4),
      'one selector': `user a (${'~* ~x '.repeat(words / 10)})`,
      'all keys': `user a allkeys ${'~x '.repeat(words)}`,
      passwords: 'user a ' + '>p <p '.repeat(words / 100),
      'blanks before a fault': `user a${' '.repeat(words)}on${' '.repeat(words)}allkeys ~x`,
      'one long word': `user a ~${'a'.repeat(words * 10)}`,
      'one long name': `user ${'a'.repeat(words * 10)} on`,
      'tabs inside': `user a ${'\t'.repeat(words * 5)}x${'\t'.repeat(words * 5)}x`,
      'commas inside': `user a ${','.repeat(words * 5)}x${';'.repeat(words * 5)}x`,
      bars: `user a +${'|'.repeat(words)}`,
      quotes: `user a (${'"\\"'.repeat(words)})`,
    };
    for (const target of [targetOf('redis@6.0.16'), targetOf('valkey@9.1.2')]) {
      for (const [name, text] of Object.entries(hostile)) {
        const started = performance.now();
        void analyzeAcl(text, { target }).findings;
        const elapsed = performance.now() - started;
        assert.ok(elapsed < 4_000, `${name} for ${target.product}@${target.version}: ${Math.round(elapsed)} ms`);
      }
    }
  });
});

describe('sha256', () => {
  it('agrees with the one of the platform', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
        assert.equal(sha256(text), createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });
});

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
