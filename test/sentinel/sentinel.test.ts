import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { analyze, Judge } from '../../server/src/conf/analyze';
import type { Finding } from '../../server/src/conf/finding';
import { rules as allRules } from '../../server/src/conf/rules';
import { parseTarget } from '../../server/src/conf/target';
import { neverResolves, numericAddress } from '../../server/src/sentinel/address';

const IDS = new Set([
  'sentinel-statement',
  'sentinel-host-name',
  'sentinel-master-unknown',
  'sentinel-duplicate-master',
  'sentinel-duplicate-entry',
]);
const RULES = allRules.filter((rule) => IDS.has(rule.id));
const JUDGES = ['redis@5.0.7', 'redis@6.0.16', 'redis@6.2.16', 'redis@8.6.3', 'valkey@8.1.1'].map(judgeOf);
const NEW_JUDGES = JUDGES.slice(2);

function judgeOf(name: string): Judge {
  const target = parseTarget(name, undefined);
  assert.ok(target);
  return new Judge({ kind: 'sentinel', target }, RULES);
}

function faultsOf(lines: readonly string[], judge: Judge): readonly Finding[] {
  return analyze(lines.join('\n'), judge).findings;
}

const name = fc.constantFrom('m', 'M', 'm2', '"m"', '""');
const host = fc.constantFrom('10.0.0.1', '127.1', '::1', 'localhost', 'a.invalid', '""', '1.2.3.4.5');
const number = fc.constantFrom('0', '1', '6379', '-1', '70000', 'abc', '5s', '""', '99999999999999999999');
const words = fc.oneof(
  fc.tuple(fc.constantFrom('monitor', 'MONITOR', 'monitr'), name, host, number, number),
  fc.tuple(fc.constantFrom('down-after-milliseconds', 'failover-timeout', 'auth-pass', 'config-epoch'), name, number),
  fc.tuple(fc.constantFrom('known-replica', 'known-slave'), name, host, number),
  fc.tuple(fc.constant('known-sentinel'), name, host, number, fc.constantFrom('a', 'b', '')),
  fc.tuple(fc.constant('rename-command'), name, fc.constantFrom('A', 'a', 'B'), fc.constant('x')),
  fc.tuple(
    fc.constantFrom('resolve-hostnames', 'announce-hostnames', 'myid', 'bogus'),
    fc.constantFrom('yes', 'no', 'x'),
  ),
  fc.array(fc.string({ maxLength: 5, unit: 'binary' }), { maxLength: 4 }),
);
const line = words.map((parts) => ['sentinel', ...parts].join(' ').replaceAll('\n', ' '));
const file = fc.array(line, { maxLength: 12 });

describe('sentinel lines', function () {
  this.timeout(60_000);
  it('are judged whatever they hold: one error a line at most, inside the line', () => {
    fc.assert(
      fc.property(file, fc.constantFrom(...JUDGES), (lines, judge) => {
        const seen = new Set<number>();
        for (const { range, severity, message } of faultsOf(lines, judge)) {
          assert.equal(severity, 'error');
          assert.equal(range.start.line, range.end.line, message);
          assert.ok(range.start.character <= range.end.character, message);
          assert.ok(range.end.character <= (lines[range.start.line] ?? '').length, message);
          assert.ok(!seen.has(range.start.line), `a second error on one line: ${message}`);
          seen.add(range.start.line);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('mean the same in any order since 6.2, as long as nothing is said twice', () => {
    const lines = fc.shuffledSubarray([
      'sentinel monitor m redis-1 6379 2',
      'sentinel monitor m2 10.0.0.2 6379 2',
      'sentinel monitor broken 10.0.0.2 6379 0',
      'sentinel resolve-hostnames yes',
      'sentinel auth-pass m secret',
      'sentinel auth-pass broken secret',
      'sentinel down-after-milliseconds m2 5000',
      'sentinel known-replica m redis-2 6379',
      'sentinel failover-timeout nosuch 1',
    ]);
    fc.assert(
      fc.property(lines, fc.constantFrom(...NEW_JUDGES), (order, judge) => {
        const refused = (all: readonly string[]): string[] =>
          faultsOf(all, judge)
            .map(({ range }) => all[range.start.line] ?? '')
            .sort();
        assert.deepEqual(refused(order), refused([...order].sort()));
      }),
    );
  });

  it('that a Sentinel writes are accepted by it', () => {
    const id = fc.stringMatching(/^[0-9a-f]{40}$/);
    const address = fc.ipV4();
    const primary = fc.record({
      address,
      replicas: fc.uniqueArray(address, { maxLength: 4 }),
      ids: fc.uniqueArray(id, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(id, fc.array(primary, { maxLength: 4 }), fc.constantFrom(...JUDGES), (own, primaries, judge) => {
        const lines = [`sentinel myid ${own}`, 'sentinel deny-scripts-reconfig yes'];
        for (const [index, one] of primaries.entries()) {
          lines.push(`sentinel monitor m${index} ${one.address} 6379 2`, `sentinel config-epoch m${index} 0`);
          for (const replica of one.replicas) lines.push(`sentinel known-replica m${index} ${replica} 6379`);
          for (const other of one.ids) lines.push(`sentinel known-sentinel m${index} ${one.address} 26379 ${other}`);
        }
        lines.push('sentinel current-epoch 0');
        assert.deepEqual(faultsOf(lines, judge), []);
      }),
    );
  });

  it('cost time in proportion to their number', () => {
    const lines = ['sentinel monitor m 10.0.0.1 6379 2'];
    for (let index = 0; index < 10_000; index++) {
      lines.push(`sentinel known-replica m 10.${index >> 8}.${index & 255}.1 6379`);
      if (index % 10 === 0)
        lines.push(`sentinel auth-pass nosuch${index} x`, `sentinel monitr m${index} 10.0.0.1 6379 2`);
    }
    for (const judge of JUDGES) {
      const started = performance.now();
      faultsOf(lines, judge);
      const elapsed = performance.now() - started;
      assert.ok(elapsed < 8_000, `${Math.round(elapsed)} ms`);
    }
    const started = performance.now();
    faultsOf(
      [
        `sentinel monitor m ${'1.'.repeat(200_000)} 1 1`,
        `sentinel ${'x'.repeat(200_000)}`,
        `sentinel monitor m ${':'.repeat(200_000)} 1 1`,
      ],
      judgeOf('redis@7.0.15'),
    );
    assert.ok(performance.now() - started < 4_000);
  });
});

describe('numeric addresses', () => {
  it('are those of the platform, in one spelling', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        assert.ok(isIPv4(text) || isIPv6(text));
        assert.ok(numericAddress(text) !== undefined, text);
      }),
    );
    for (const [one, other] of [
      ['127.0.0.1', '127.1'],
      ['127.0.0.1', '0x7f000001'],
      ['10.0.0.8', '10.0.0.010'],
      ['::1', '0:0:0:0:0:0:0:1'],
      ['fe80::a', 'FE80:0::000A%eth0'],
      ['::ffff:1.2.3.4', '::ffff:102:304'],
    ] as const) {
      assert.equal(numericAddress(one), numericAddress(other), other);
    }
    assert.notEqual(numericAddress('::ffff:127.0.0.1'), numericAddress('127.0.0.1'));
  });

  it('are no names, and no other text is one', () => {
    for (const text of [
      '',
      'localhost',
      '1.2.3.4.5',
      '256.1.1.1',
      '08.1.1.1',
      '0x',
      '1..2',
      '[::1]',
      '::1%eth0',
      '1.2.65536',
      '4294967296',
    ]) {
      assert.equal(numericAddress(text), undefined, text);
    }
    fc.assert(fc.property(fc.domain(), (text) => numericAddress(text) === undefined));
    for (const text of ['', '256.1.1.1', '[::1]', 'a b', 'redis.invalid', '*']) assert.ok(neverResolves(text), text);
    for (const text of ['localhost', 'redis-1', 'redis_1.example.com', 'invalid'])
      assert.ok(!neverResolves(text), text);
  });
});
