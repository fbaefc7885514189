import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AclAnalysis } from '../../server/src/acl/analyze';
import { type Analysis, analyze, DocumentAnalysis, Judge } from '../../server/src/conf/analyze';
import { applyEdits } from '../../server/src/conf/applyEdits';
import { commentDirective, setDirective, unsetDirective } from '../../server/src/conf/edit';
import type { Position } from '../../server/src/conf/finding';
import { fixAll } from '../../server/src/conf/fixAll';
import { formatDocument } from '../../server/src/conf/format';
import { documentText, parseDocument, quoteWord, splitArgument, splitLine } from '../../server/src/conf/syntax';
import { compareTargets } from '../../server/src/conf/upgrade';
import { SECONDS, SEED, tryFor } from './fuzz/budget';
import { assertEdits, assertFindings } from './fuzz/checks';
import { assertRangeFeatures, positionFeatures, wholeFeatures } from './fuzz/features';
import { context, judgeOf, TARGETS, target, way } from './fuzz/judges';
import { aclLine, confLine, textOf, TROUBLE } from './fuzz/lines';

const text = textOf(confLine);
const position: fc.Arbitrary<Position> = fc.record({
  line: fc.oneof(fc.nat({ max: 30 }), fc.constantFrom(1_000_000, 2_147_483_647)),
  character: fc.oneof(fc.nat({ max: 60 }), fc.constantFrom(1_000_000, 2_147_483_647)),
});

describe(`fuzzing of the language core (seed ${SEED}, ${SECONDS} s)`, function () {
  this.timeout(SECONDS * 3_000 + 60_000);

  it('words lie in their line and are what the server reads', () => {
    tryFor(
      0.1,
      fc.property(confLine, fc.boolean(), (line, gluesQuotes) => {
        const rules = { gluesQuotes };
        const { kind, words, fault } = splitLine(line, rules);
        assert.equal(kind === 'directive', words.length > 0);
        assert.equal(kind === 'unbalanced', fault !== undefined);
        let end = 0;
        for (const word of words) {
          assert.ok(word.start >= end && word.end > word.start && word.end <= line.length, JSON.stringify(word));
          end = word.end;
          const again = splitLine(`x ${quoteWord(word.text)}`, rules);
          assert.deepEqual(
            again.words.slice(1).map((one) => one.text),
            [word.text],
            'what is quoted is read back',
          );
        }
        if (fault) assert.ok(fault.start <= fault.quote && fault.quote < line.length);
        splitArgument(line, rules);
      }),
    );
  });

  it('findings of a configuration lie in the text and their fixes can be applied', () => {
    tryFor(
      0.2,
      fc.property(text, way, context, (written, how, around) => {
        const analysis = analyze(written, judgeOf(how), around);
        assertFindings(analysis.document, analysis.findings);
        assertEdits(analysis.document, fixAll(analysis), 'fixAll');
      }),
    );
  });

  it('findings of an ACL file lie in the text and their fixes can be applied', () => {
    tryFor(
      0.1,
      fc.property(textOf(aclLine), target, fc.boolean(), fc.boolean(), (written, version, modules, byteOrderMark) => {
        const { document, findings } = new AclAnalysis(parseDocument(written), {
          target: version,
          modules,
          byteOrderMark,
        });
        assertFindings(document, findings);
      }),
    );
  });

  it('an analysis that follows edits is that of the text', () => {
    const edit = fc.record({
      start: fc.nat({ max: 30 }),
      removed: fc.nat({ max: 10 }),
      inserted: fc.array(confLine, { maxLength: 8 }),
    });
    tryFor(
      0.1,
      fc.property(text, way, context, fc.array(edit, { minLength: 1, maxLength: 6 }), (written, how, around, edits) => {
        const document = parseDocument(written);
        const analysis = new DocumentAnalysis(document, judgeOf(how), around);
        const acl = new AclAnalysis(document, { target: how.target });
        const lines = [...document.lines];
        for (const { start, removed, inserted } of edits) {
          const at = Math.min(start, lines.length);
          const count = Math.min(removed, lines.length - at);
          // Lines of an editor hold no line break, and there is always one.
          const added = inserted.flatMap((line) => line.split('\n'));
          if (lines.length - count + added.length === 0) added.push('');
          for (const follower of [analysis, acl]) follower.replaceLines(at, count, added);
          lines.splice(at, count, ...added);
          const now = { lines, eol: document.eol };
          assert.deepEqual(analysis.findings, new DocumentAnalysis(now, judgeOf(how), around).findings);
          assert.deepEqual(acl.findings, new AclAnalysis(now, { target: how.target }).findings);
        }
      }),
    );
  });

  it('every feature answers at every place', () => {
    tryFor(
      0.25,
      fc.property(text, way, context, fc.array(position, { maxLength: 4 }), (written, how, around, places) => {
        const analysis = analyze(written, judgeOf(how), around);
        for (const [, check] of wholeFeatures) check(analysis);
        for (const place of places) for (const [, check] of positionFeatures) check(analysis, place);
        for (const end of places.slice(1)) assertRangeFeatures(analysis, { start: places[0] ?? end, end });
      }),
    );
  });

  it('formatting changes no meaning and is done once', () => {
    tryFor(
      0.05,
      fc.property(text, way, (written, how) => {
        const before = analyze(written, judgeOf(how));
        const formatted = applyEdits(written, formatDocument(before));
        const after = analyze(formatted, judgeOf(how));
        assert.deepEqual(readings(after), readings(before));
        assert.equal(applyEdits(formatted, formatDocument(after)), formatted);
      }),
    );
  });

  it('fixing everything comes to an end', () => {
    tryFor(
      0.1,
      fc.property(text, way, context, (written, how, around) => {
        const seen: string[] = [written];
        // Each round mends at least one word.
        for (let rounds = 0; rounds <= written.length + 12; rounds++) {
          const analysis = analyze(seen.at(-1) ?? '', judgeOf(how), around);
          const edits = fixAll(analysis);
          if (edits.length === 0) return;
          seen.push(applyEdits(documentText(analysis.document), edits));
        }
        assert.fail(
          `fixes go round:\n${seen
            .slice(-4)
            .map((one) => JSON.stringify(one))
            .join('\n')}`,
        );
      }),
    );
  });

  it('setting, unsetting and commenting a directive does just that', () => {
    const name = fc.constantFrom(
      'maxmemory',
      'save',
      'user',
      'bind',
      'rename-command',
      'client-output-buffer-limit',
      'sentinel',
      'slaveof',
      ...TROUBLE,
    );
    const args = fc.array(fc.oneof(fc.constantFrom(...TROUBLE), fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 4,
    });
    tryFor(
      0.05,
      fc.property(text, way, name, args, (written, how, key, values) => {
        const analysis = analyze(written, judgeOf(how));
        const apply = (edits: ReturnType<typeof setDirective>): Analysis =>
          analyze(assertEdits(analysis.document, edits, key), judgeOf(how));
        const set = apply(setDirective(analysis, key, values));
        assertFindings(set.document, set.findings);
        const unset = apply(unsetDirective(analysis, key));
        assert.equal(linesOf(unset, key), 0);
        assert.equal(linesOf(apply(commentDirective(analysis, key)), key), 0);
      }),
    );
  });

  it('a move to another version is reported', () => {
    tryFor(
      0.05,
      fc.property(text, way, fc.constantFrom(...TARGETS), fc.constantFrom(...TARGETS), (written, how, from, to) => {
        const { kind } = how;
        const report = compareTargets({ ...how, text: written }, from, to);
        const { document } = analyze(written, new Judge({ kind, target: to }));
        assertFindings(document, report.refused);
        for (const { fix } of report.renamed) assertEdits(document, fix.edits, fix.title);
      }),
    );
  });
});

/** What the server reads of each line. */
function readings(analysis: Analysis): readonly unknown[] {
  return analysis.document.lines.map((_, line) => {
    const judged = analysis.line(line);
    const { kind = 'blank', words = [], text: written = '' } = judged?.line ?? {};
    const [first, ...rest] = words.map((word) => word.text);
    return kind === 'directive'
      ? [judged?.directive ? first?.toLowerCase() : first, ...rest]
      : kind === 'blank'
        ? ''
        : written;
  });
}

/** How many lines set the directive, if it is one of the target. */
function linesOf(analysis: Analysis, key: string): number {
  const directive = analysis.judge.catalogue.byKey(key) ?? analysis.judge.catalogue.find(key);
  return directive ? analysis.settings.lines(directive.key).length : 0;
}
