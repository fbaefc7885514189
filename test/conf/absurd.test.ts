import assert from 'node:assert/strict';
import { analyzeAcl } from '../../server/src/acl/analyze';
import { type Analysis, analyze, DocumentAnalysis, Judge } from '../../server/src/conf/analyze';
import type { ConfKind } from '../../server/src/conf/rule';
import { complete } from '../../server/src/conf/complete';
import { setDirective } from '../../server/src/conf/edit';
import { documentSymbols } from '../../server/src/conf/symbols';
import { assertFindings } from './fuzz/checks';
import { wholeFeatures } from './fuzz/features';

function analysisOf(text: string, kind: ConfKind = 'redis', version = '7.0.15'): Analysis {
  return analyze(text, new Judge({ kind, target: { product: 'redis', version } }));
}

/** Inputs that nobody writes, found by fuzzing: each once gave an answer that made no sense. */
describe('absurd inputs', () => {
  it('the last line is taken out without an edit behind the text', () => {
    const { document, findings } = analysisOf('databases 16', 'sentinel', '5.0.0');
    assertFindings(document, findings);
    const removal = findings.flatMap(({ fixes }) => fixes).find(({ title }) => /Remove the line/.test(title));
    assert.deepEqual(removal?.edits[0]?.range.end, { line: 0, character: 12 });
    const acl = analyzeAcl('user alice on\nuser alice off', { target: { product: 'redis', version: '7.0.15' } });
    assertFindings(acl.document, acl.findings);
    assert.ok(acl.findings.some(({ fixes }) => fixes.some(({ title }) => /Remove this line/.test(title))));
  });

  it('odd spaces belong to names in the outline, too', () => {
    for (const text of ['\u00a0', '\ufeffport 1', '\u2003port 1', 'port\v', '"" x', '" " x', `${'x'.repeat(500)} 1`]) {
      const analysis = analysisOf(text);
      for (const [, check] of wholeFeatures) check(analysis);
      assert.equal(documentSymbols(analysis).length, 1, JSON.stringify(text));
    }
  });

  it('a key that no directive has is not mistaken for one of the index', () => {
    const analysis = analysisOf('port 70000');
    for (const key of ['#findings', '#pragma', '#attempts:port', 'constructor', '__proto__']) {
      assert.equal(setDirective(analysis, key, ['1']).length, 1);
      assert.deepEqual(analysis.settings.all(key), []);
    }
  });

  it('what a message quotes is visible and not endless', () => {
    const version = { product: 'redis', version: '7.0.15' } as const;
    const acl = analyzeAcl('user shop on ~a +@al\r\u000el', { target: version });
    assertFindings(acl.document, acl.findings);
    assert.ok(
      acl.findings.some(({ message }) => message.includes('\\x0e')),
      JSON.stringify(acl.findings),
    );
    for (const text of [
      'port "\u202e9736"',
      'port \ud800',
      `logfile ${'x'.repeat(100_000)}`,
      `port "${'\u0001'.repeat(9_000)}"`,
    ]) {
      const { document, findings } = analysisOf(text);
      assert.ok(findings.length > 0);
      assertFindings(document, findings);
    }
  });

  it('names that every object inherits are no words of any table', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']) {
      const lines = [
        'loglevel',
        'maxmemory-policy',
        'appendonly',
        'port',
        'maxmemory',
        'notify-keyspace-events',
        'bind',
        word,
      ];
      const { document, findings } = analysisOf(lines.map((name) => `${name} ${word}`).join('\n'));
      assertFindings(document, findings);
    }
  });

  it('completion behind the end of a line is that at its end', () => {
    const analysis = analysisOf('# redis-environments: target=redis@6.2');
    const behind = complete(analysis, { line: 0, character: 1_000 });
    assert.deepEqual(behind, complete(analysis, { line: 0, character: 38 }));
    assert.equal(behind.range.end.character, 38);
  });

  it('the order in which lines were typed does not matter', () => {
    const lines = [' maxmemory-policy : allkeys-lru', 'unixsocketperm 700', 'lfu-log-factor 0'];
    const fresh = analysisOf(lines.join('\n'));
    const edited = new DocumentAnalysis({ lines: [''], eol: '\n' }, fresh.judge);
    edited.replaceLines(0, 1, lines.slice(2));
    edited.replaceLines(0, 0, lines.slice(0, 2));
    assert.deepEqual(edited.findings, fresh.findings);
  });
});
