import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzeAcl } from '../../server/src/acl/analyze';
import { rules } from '../../server/src/acl/rules';
import { knownVersions } from '../../server/src/conf/catalogue/catalogue';
import type { Finding } from '../../server/src/conf/finding';
import { rules as confRules } from '../../server/src/conf/rules';
import { parseTarget } from '../../server/src/conf/target';
import { type FixtureCase, parseFixture } from '../conf/fixture';

const ROOT = join(__dirname, '../../..');
const FIXTURES = join(ROOT, 'test/acl/rules');
const RULES = join(ROOT, 'server/src/acl/rules');

/** Beside the target, `pubsub=allchannels` and `modules` say what the configuration holds and `bom` that the file has a mark. */
function judgeCase(fixture: FixtureCase): readonly Finding[] {
  const name = fixture.options.get('target') ?? 'redis@7.0';
  const target = parseTarget(name, knownVersions[name.startsWith('valkey') ? 'valkey' : 'redis']);
  assert.ok(target, `target ${name}`);
  const pubsub = fixture.options.get('pubsub');
  return analyzeAcl(fixture.lines.join('\n'), {
    target,
    modules: fixture.options.has('modules'),
    byteOrderMark: fixture.options.has('bom'),
    ...(pubsub === 'allchannels' || pubsub === 'resetchannels' ? { pubsubDefault: pubsub } : {}),
  }).findings;
}

function rangeText(fixture: FixtureCase, { range: { start, end } }: Finding): string {
  return (fixture.lines[start.line] ?? '').slice(start.character, end.character);
}

function afterFirstFix(fixture: FixtureCase, finding: Finding): string[] {
  const fix = finding.fixes[0];
  assert.ok(fix, `no fix: ${finding.message}`);
  const document = TextDocument.create('file:///users.acl', 'redis-acl', 1, fixture.lines.join('\n'));
  return TextDocument.applyEdits(document, [...fix.edits]).split('\n');
}

function checkCase(id: string, fixture: FixtureCase): void {
  const findings = judgeCase(fixture).filter((finding) => finding.rule === id);
  const seen = findings.map((one) => `${one.range.start.line + 1}: ${one.severity} "${rangeText(fixture, one)}"`);
  const wanted: string[] = [];
  for (const [line, expectations] of fixture.expected) {
    for (const { severity, text = '', fixed } of expectations.filter(({ rule }) => rule === id)) {
      wanted.push(`${line + 1}: ${severity} "${text}"`);
      if (!fixed) continue;
      const match = findings.find((one) => one.range.start.line === line && rangeText(fixture, one) === text);
      assert.ok(match, `nothing is said of "${text}" in line ${line + 1}`);
      const after = [...fixture.lines.slice(0, line), ...fixed, ...fixture.lines.slice(line + 1)];
      assert.deepEqual(afterFirstFix(fixture, match), after, `the fix of line ${line + 1}`);
    }
  }
  assert.deepEqual(seen.sort(), wanted.sort());
}

describe('rules of ACL files', () => {
  it('have unique ids that name their files, and that no rule of redis.conf has', () => {
    const ids = [...rules, ...confRules].map((rule) => rule.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id } of rules) assert.ok(existsSync(join(RULES, `${id}.ts`)), `${id}.ts`);
  });

  for (const { id } of rules) {
    describe(id, () => {
      const path = join(FIXTURES, `${id}.acl`);
      const cases = existsSync(path) ? parseFixture(readFileSync(path, 'utf8')) : [];
      it('has a page and a fixture with a case that fires and one that does not', () => {
        assert.ok(existsSync(join(RULES, `${id}.md`)), `${id}.md`);
        const fires = cases.filter((one) => [...one.expected.values()].flat().some(({ rule }) => rule === id));
        assert.ok(fires.length > 0, 'a case that fires');
        assert.ok(fires.length < cases.length, 'a case that does not');
      });
      for (const fixture of cases) it(fixture.title, () => checkCase(id, fixture));
    });
  }

  it('have no fixture of a rule that does not exist', () => {
    const names = new Set(rules.map((rule) => `${rule.id}.acl`));
    assert.deepEqual(
      readdirSync(FIXTURES).filter((name) => !names.has(name)),
      [],
    );
  });
});
