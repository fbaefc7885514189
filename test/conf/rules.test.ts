import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type IncludedFile, type IncludedFiles, Judge } from '../../server/src/conf/analyze';
import { knownVersions } from '../../server/src/conf/catalogue/catalogue';
import type { Finding } from '../../server/src/conf/finding';
import type { Profile, Purpose } from '../../server/src/conf/rule';
import { rules } from '../../server/src/conf/rules';
import { parseTarget } from '../../server/src/conf/target';
import { type FixtureCase, parseFixture } from './fixture';

const ROOT = join(__dirname, '../../..');
const FIXTURES = join(ROOT, 'test/conf/rules');
const RULES = join(ROOT, 'server/src/conf/rules');

function judgeCase(fixture: FixtureCase): readonly Finding[] {
  const name = fixture.options.get('target') ?? 'redis@7.0';
  const target = parseTarget(name, knownVersions[name.startsWith('valkey') ? 'valkey' : 'redis']);
  assert.ok(target, `target ${name}`);
  const profile = (fixture.options.get('profile') ?? 'generic') as Profile;
  const purpose = fixture.options.get('purpose') as Purpose | undefined;
  const judge = new Judge({
    kind: fixture.options.get('kind') === 'sentinel' ? 'sentinel' : 'redis',
    target,
    profile,
    template: fixture.options.has('template'),
    ...(purpose ? { purpose } : {}),
  });
  const file = {
    name: fixture.options.get('file') ?? 'redis.conf',
    byteOrderMark: fixture.options.has('bom'),
    worldReadable: fixture.options.has('world-readable'),
    trackedByGit: fixture.options.has('git'),
  };
  const context = { file, includes: includesOf(fixture), fragment: fixture.options.has('fragment') };
  return analyze(fixture.lines.join('\n'), judge, context).findings;
}

/**
 * `include:name=directive_value` in the header of a case: what the included file says, blanks as underscores; `itself`
 * stands for a file that is being read already.
 */
function includesOf(fixture: FixtureCase): IncludedFiles {
  const includes = new Map<string, readonly IncludedFile[]>();
  for (const [option, text] of fixture.options) {
    if (!option.startsWith('include:')) continue;
    const path = option.slice('include:'.length);
    const lines = text.replaceAll('_', ' ').split(';');
    const endless = text === 'itself';
    includes.set(path, [{ uri: `file:///${path}`, lines: endless ? [] : lines, includes: new Map(), endless }]);
  }
  return includes;
}

function rangeText(fixture: FixtureCase, finding: Finding): string {
  const { start, end } = finding.range;
  return (fixture.lines[start.line] ?? '').slice(start.character, end.line === start.line ? end.character : undefined);
}

function applyFirstFix(fixture: FixtureCase, finding: Finding): string[] {
  const fix = finding.fixes[0];
  assert.ok(fix, `no fix: ${finding.message}`);
  const document = TextDocument.create('file:///case.conf', 'redis-conf', 1, fixture.lines.join('\n'));
  return TextDocument.applyEdits(document, [...fix.edits]).split('\n');
}

function checkCase(id: string, fixture: FixtureCase): void {
  const findings = judgeCase(fixture).filter((finding) => finding.rule === id);
  const seen = findings.map(
    (finding) => `${finding.range.start.line + 1}: ${finding.severity} "${rangeText(fixture, finding)}"`,
  );
  const wanted: string[] = [];
  for (const [line, expectations] of fixture.expected) {
    for (const expectation of expectations.filter(({ rule }) => rule === id)) {
      const match = findings.find((finding) => finding.range.start.line === line);
      const text = expectation.text ?? (match ? rangeText(fixture, match) : '');
      wanted.push(`${line + 1}: ${expectation.severity} "${text}"`);
      if (expectation.fixed && match) {
        const after = [...fixture.lines.slice(0, line), ...expectation.fixed, ...fixture.lines.slice(line + 1)];
        assert.deepEqual(applyFirstFix(fixture, match), after, `the fix of line ${line + 1}`);
      }
    }
  }
  assert.deepEqual(seen.sort(), wanted.sort());
}

describe('rules', () => {
  it('have unique ids that name their files', () => {
    const ids = rules.map((rule) => rule.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.ok(existsSync(join(RULES, `${id}.ts`)), `${id}.ts`);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('has a page and a fixture with a case that fires and one that does not', () => {
        assert.ok(existsSync(join(RULES, `${rule.id}.md`)), `${rule.id}.md`);
        const cases = parseFixture(readFileSync(join(FIXTURES, `${rule.id}.conf`), 'utf8'));
        const fires = cases.filter((one) => [...one.expected.values()].flat().some(({ rule: id }) => id === rule.id));
        assert.ok(fires.length > 0, 'a case that fires');
        assert.ok(fires.length < cases.length, 'a case that does not');
      });
      const path = join(FIXTURES, `${rule.id}.conf`);
      for (const fixture of existsSync(path) ? parseFixture(readFileSync(path, 'utf8')) : []) {
        it(fixture.title, () => checkCase(rule.id, fixture));
      }
    });
  }

  it('have no fixture of a rule that does not exist', () => {
    const ids = new Set(rules.map((rule) => `${rule.id}.conf`));
    assert.deepEqual(
      readdirSync(FIXTURES).filter((name) => !ids.has(name)),
      [],
    );
  });
});
