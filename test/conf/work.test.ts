import assert from 'node:assert/strict';
import { analyze, DocumentAnalysis, type DocumentContext, Judge } from '../../server/src/conf/analyze';
import { knownVersions } from '../../server/src/conf/catalogue/catalogue';
import type { ConfKind, DocumentRule, Rule } from '../../server/src/conf/rule';
import { rules } from '../../server/src/conf/rules';
import type { Settings } from '../../server/src/conf/settings';
import { parseDocument } from '../../server/src/conf/syntax';
import { parseTarget } from '../../server/src/conf/target';
import { workOf } from './work';

/** How often rules were called, and on which lines. */
class Calls {
  readonly directive: string[] = [];
  readonly unknown: string[] = [];
  readonly unbalanced: string[] = [];
  document = 0;

  /** One rule of each scope; none says anything. */
  readonly rules: readonly Rule[] = [
    { ...about('counts-unbalanced'), scope: 'unbalanced', check: ({ text }) => note(this.unbalanced, text) },
    { ...about('counts-unknown'), scope: 'unknown', check: ({ text }) => note(this.unknown, text) },
    { ...about('counts-directive'), scope: 'directive', check: ({ line }) => note(this.directive, line.text) },
    {
      ...about('counts-document'),
      scope: 'document',
      check: () => {
        this.document++;
        return [];
      },
    },
  ];

  get lines(): number {
    return this.directive.length + this.unknown.length + this.unbalanced.length;
  }

  reset(): void {
    for (const list of [this.directive, this.unknown, this.unbalanced]) list.length = 0;
    this.document = 0;
  }
}

function note(list: string[], text: string): undefined {
  list.push(text);
  return undefined;
}

function about(id: string): Pick<Rule, 'id' | 'group' | 'severity' | 'title'> {
  return { id, group: 'traps', severity: 'warning', title: id };
}

function judgeWith(own: readonly Rule[], kind: ConfKind = 'redis'): Judge {
  const target = parseTarget('redis@7.0', knownVersions.redis);
  assert.ok(target);
  return new Judge({ kind, target }, own);
}

/** Lines that all differ: accepted, unknown and unbalanced ones. */
function mixedLines(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    if (at % 10 === 3) return `no-such-directive-${at} 1`;
    return at % 10 === 7 ? `logfile "open ${at}` : `maxclients ${at + 1}`;
  });
}

function counted(lines: readonly string[]): { readonly calls: Calls; readonly analysis: DocumentAnalysis } {
  const calls = new Calls();
  const analysis = new DocumentAnalysis({ lines, eol: '\n' }, judgeWith(calls.rules));
  assert.deepEqual(analysis.findings, []);
  return { calls, analysis };
}

describe('the work of an analysis', function () {
  this.timeout(60_000);

  it('judges each text once, however often it stands in the document', () => {
    const { calls } = counted([...mixedLines(1_000), ...mixedLines(1_000), ...mixedLines(1_000)]);
    assert.equal(calls.lines, 1_000);
    assert.equal(calls.document, 1);
  });

  it('does nothing again while nothing changes', () => {
    const { calls, analysis } = counted(mixedLines(1_000));
    calls.reset();
    for (let asked = 0; asked < 5; asked++) assert.equal(analysis.findings.length, 0);
    assert.equal(calls.lines + calls.document, 0);
  });

  it('judges only the changed line after an edit of one line', () => {
    const { calls, analysis } = counted(mixedLines(10_000));
    calls.reset();
    analysis.replaceLines(5_000, 1, ['maxclients 77777']);
    assert.equal(calls.document, 0, 'document rules wait until somebody asks');
    assert.deepEqual(analysis.findings, []);
    assert.deepEqual([calls.directive, calls.unknown, calls.unbalanced], [['maxclients 77777'], [], []]);
    assert.equal(calls.document, 1);
  });

  it('judges only the new lines when lines are inserted and removed', () => {
    const { calls, analysis } = counted(mixedLines(10_000));
    calls.reset();
    analysis.replaceLines(100, 0, ['maxclients 77777', '', 'no-such-thing 1']);
    analysis.replaceLines(9_000, 500, []);
    analysis.replaceLines(10, 3, ['# a comment']);
    assert.deepEqual(analysis.findings, []);
    assert.deepEqual(
      [calls.directive, calls.unknown, calls.unbalanced],
      [['maxclients 77777'], ['no-such-thing 1'], []],
    );
    assert.equal(calls.document, 1);
  });

  it('judges 100,000 lines with one call each', () => {
    const { calls } = counted(mixedLines(100_000));
    assert.equal(calls.lines, 100_000);
    assert.equal(calls.document, 1);
  });

  it('judges a line of 1 MB with one call, and again only when it changes', () => {
    const long = `no-such-directive ${'x'.repeat(1_000_000)}`;
    const { calls, analysis } = counted(['port 1', long, 'port 2']);
    assert.deepEqual(calls.unknown, [long]);
    calls.reset();
    analysis.replaceLines(2, 1, ['port 3']);
    assert.deepEqual(analysis.findings, []);
    assert.deepEqual([calls.directive, calls.unknown], [['port 3'], []]);
  });

  it('reads a line in proportion to its length', () => {
    const words: readonly ((length: number) => string)[] = [
      (length) => `save ${'3600 1 '.repeat(length / 7)}`,
      (length) => `bind ${'10.0.0.1 '.repeat(length / 9)}`,
      (length) => `logfile "${'\\x41'.repeat(length / 4)}"`,
      (length) => `user alice ${'+get '.repeat(length / 5)}`,
      (length) => `maxmemory ${'9'.repeat(length)}`,
      (length) => `no-such-directive ${'a'.repeat(length)}`,
      (length) => `requirepass "${'a"'.repeat(length / 2)}`,
      (length) => `${'a'.repeat(length)} 1`,
    ];
    for (const make of words) {
      const work = (length: number): number => {
        const judge = judgeWith(rules);
        return workOf(() => void analyze(make(length), judge).findings);
      };
      const growth = work(200_000) / work(50_000);
      assert.ok(growth < 6, `four times the length costs ${growth.toFixed(1)} times the work: ${make(60)}`);
    }
  });
});

describe('document rules', function () {
  this.timeout(60_000);

  for (const kind of ['redis', 'sentinel'] as const) {
    it(`look at the lines that they ask for, and at no other line of ${kind}`, () => {
      const lines = kind === 'redis' ? REDIS_LINES : SENTINEL_LINES;
      const small = looks(lines, 200, kind);
      const large = looks(lines, 2_000, kind);
      const growing = [...large].filter(([id, count]) => count !== small.get(id)).map(([id]) => id);
      assert.deepEqual(growing, [], 'these rules look at more when there are more comments, blanks and unknown names');
    });
  }
});

const REDIS_LINES = [
  'port 7000',
  'port 7001',
  'cluster-enabled yes',
  'maxmemory 1gb',
  'maxmemory-policy allkeys-lru',
  'appendonly yes',
  'save 60 1',
  'save 900 1',
  'requirepass secret',
  'user alice on >secret ~* +@all',
  'tls-port 7100',
  'client-output-buffer-limit replica 256mb 64mb 60',
  'bind 127.0.0.1',
  'include other.conf',
];
const SENTINEL_LINES = [
  'port 26379',
  'sentinel monitor mymaster 10.0.0.1 6379 2',
  'sentinel down-after-milliseconds mymaster 5000',
  'sentinel auth-pass mymaster secret',
];

/** How often each document rule looks at settings, in a document with `extra` lines that are nothing to it. */
function looks(lines: readonly string[], extra: number, kind: ConfKind): Map<string, number> {
  const between = Array.from(
    { length: extra },
    (_, at) => ['# a comment', '', `no-such-directive-${at} 1`][at % 3] ?? '',
  );
  const counts = new Map<string, number>();
  const counting = rules.map((rule) => (rule.scope === 'document' ? countingRule(rule, counts) : rule));
  const context: DocumentContext = {
    file: { name: 'test.conf' },
    includes: new Map([['other.conf', []]]),
    fragment: false,
  };
  const text = [...lines.slice(0, 4), ...between, ...lines.slice(4)].join('\n');
  const analysis = new DocumentAnalysis(parseDocument(text), judgeWith(counting, kind), context);
  assert.ok(analysis.findings.length > 0);
  return counts;
}

/** The rule, with every answer of the settings counted: one for the question, one for each line of the answer. */
function countingRule(rule: DocumentRule, counts: Map<string, number>): DocumentRule {
  const count = (by: number): void => void counts.set(rule.id, (counts.get(rule.id) ?? 0) + by);
  const watched = (settings: Settings): Settings =>
    new Proxy(settings, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: readonly unknown[]): unknown => {
          const answer: unknown = Reflect.apply(value, target, args);
          const list = isIterable(answer) ? [...answer] : undefined;
          count(1 + (list?.length ?? 0));
          return list ?? answer;
        };
      },
    });
  return { ...rule, check: (settings, env) => rule.check(watched(settings), env) };
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
