import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unavailable } from '../layer.js';
import type { DifferenceKind } from './check/difference.js';
import type { Observation } from './check/observation.js';
import { observe } from './check/observe.js';
import { printCheck } from './check/print.js';
import { suggestPatch } from './check/suggest.js';
import { checkCatalogue } from './catalogueCheck.js';
import type { CommandCatalogue } from './commands.js';
import { ensureServers, type RealServer } from './servers.js';

const file = join(__dirname, '../../../server/src/conf/catalogue/commands.json');
const commands = JSON.parse(readFileSync(file, 'utf8')) as CommandCatalogue;
const program = join(__dirname, 'catalogueCheckMain.js');

/** The server whose answers are falsified, one of the era in which everything is told. */
const FALSIFIED = /^redis@7\.0/;

describe('check of the catalogue', function () {
  this.timeout(600_000);
  let servers: readonly RealServer[] = [];
  const seen = new Map<string, Observation>();

  before(async function () {
    const { servers: found, missing } = await ensureServers();
    servers = found;
    const reasons = missing.map(({ suite, product, reason }) => `${product} of ${suite}: ${reason}`);
    if (found.length === 0 || reasons.length > 0) unavailable(this, `no real servers: ${reasons.join('; ')}`);
  });

  it('finds no difference to any real server that is not explained', async () => {
    for (const server of servers) {
      const observation = await observe(server.argv);
      seen.set(server.target, observation);
      const check = checkCatalogue(observation, commands);
      assert.deepEqual(check.differences, [], printCheck(check));
      assert.deepEqual(check.notes, [], server.target);
      assert.equal(`${check.target.product}@${check.against}`, server.target);
      const { answers, followers, listed, settable } = observation;
      const tried = [...answers.values()].reduce((sum, { size }) => sum + size, 0);
      assert.ok(
        tried > 350 && followers.size >= 12 && settable.size >= listed.size,
        `${server.target} was hardly asked: ${tried} values, ${followers.size} names`,
      );
    }
  });

  it('finds whatever a server says differently, and says what the facts should be', () => {
    const [target, honest] = [...seen].find(([name]) => FALSIFIED.test(name)) ?? [];
    assert.ok(honest && target);
    const finds = (
      kind: DifferenceKind,
      subject: string,
      change: Partial<Observation>,
      patch: readonly unknown[] = [],
    ) => {
      const check = checkCatalogue({ ...honest, ...change }, commands);
      assert.deepEqual(
        check.differences.map((difference) => [difference.kind, difference.subject]),
        [[kind, subject]],
      );
      assert.match(printCheck(check), new RegExp(`1 difference\\.[^]*\\n {2}${subject}\\b`));
      const steps = suggestPatch(check).map(({ op, value }) => [op, JSON.stringify(value)] as const);
      for (const [at, wanted] of patch.entries())
        assert.ok(steps[at]?.[1].includes(JSON.stringify(wanted).slice(1, -1)), JSON.stringify(steps));
    };
    const without = (name: string): Partial<Observation> => ({
      listed: new Set([...honest.listed].filter((one) => one !== name)),
      defaults: new Map([...honest.defaults].filter(([one]) => one !== name)),
      answers: new Map([...honest.answers].filter(([one]) => one !== name)),
      followers: new Map([...honest.followers].filter(([one]) => one !== name)),
    });
    const answer = (name: string, value: string, text: string, accepted = false): Partial<Observation> => ({
      answers: new Map([
        ...honest.answers,
        [name, new Map([...(honest.answers.get(name) ?? []), [value, { accepted, text }]])],
      ]),
    });

    finds('default', 'timeout', { defaults: new Map([...honest.defaults, ['timeout', '7']]) }, [
      { to: '7.0.14' },
      { default: 7 },
      { from: '7.2.0' },
    ]);
    finds('missing name', 'timeout', without('timeout'));
    finds('missing name', 'slave-priority', without('slave-priority'));
    finds(
      'unknown name',
      'new-thing',
      {
        defaults: new Map([...honest.defaults, ['new-thing', '5']]),
        answers: new Map([
          ...honest.answers,
          ['new-thing', new Map([['-1', { accepted: false, text: 'argument must be between 0 and 10 inclusive' }]])],
        ]),
      },
      [{ type: 'int', min: 0, max: 10, default: 5, hidden: true }],
    );
    finds(
      'unknown name',
      'new-name',
      {
        listed: new Set([...honest.listed, 'new-name']),
        followers: new Map([...honest.followers, ['new-name', new Set(['new-name', 'maxmemory'])]]),
      },
      [{ 'new-name': { since: '7.0.15' } }],
    );
    finds('hidden', 'timeout', { listed: new Set([...honest.listed].filter((one) => one !== 'timeout')) }, [
      { to: '7.0.14' },
      { hidden: true },
    ]);
    finds('alias', 'slave-priority', {
      followers: new Map([...honest.followers, ['slave-priority', new Set(['slave-priority'])]]),
    });
    finds('run time', 'timeout', { settable: new Map([...honest.settable, ['timeout', 'no']]) }, [
      { to: '7.0.14' },
      { runtimeSettable: false },
    ]);
    finds('type', 'timeout', answer('timeout', 'xyzzy', 'argument must be a memory value'), [
      { to: '7.0.14' },
      { type: 'memory' },
    ]);
    finds('range', 'timeout', answer('timeout', '-1', 'argument must be between -5 and 2147483647 inclusive'), [
      { to: '7.0.14' },
      { min: -5 },
    ]);
    finds('range', 'timeout', answer('timeout', '-1', '', true));
    finds(
      'values',
      'appendfsync',
      answer('appendfsync', 'xyzzy', 'argument(s) must be one of the following: everysec, always, no, lazy'),
      [{ to: '7.0.14' }, { values: ['everysec', 'always', 'no', 'lazy'] }],
    );
    finds('command', 'GET', {
      commands: {
        ...honest.commands,
        commands: new Map([...honest.commands.commands].filter(([name]) => name !== 'get')),
      },
    });
  });

  it('says against which version a version was compared that the catalogue does not know', () => {
    const [, newest] = [...seen].find(([name]) => name.startsWith('redis@8.6')) ?? [];
    assert.ok(newest);
    const check = checkCatalogue({ ...newest, version: '8.6.9' }, commands);
    assert.equal(check.against, newest.version);
    assert.match(
      printCheck(check),
      new RegExp(`^redis@8\\.6\\.9 against the catalogue at ${newest.version}, the nearest`),
    );
  });

  it('is a program that says by its status what it found', () => {
    const folder = mkdtempSync(join(tmpdir(), 'catalogue-test-'));
    const run = (...words: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
      return { status, output: stdout + stderr };
    };
    try {
      const server = servers.find(({ target }) => FALSIFIED.test(target));
      assert.ok(server);
      const honest = run(...server.argv);
      assert.equal(honest.status, 0, honest.output);
      assert.match(honest.output, /^redis@7\.0\.15 against the catalogue: 0 differences\.\n/);
      assert.match(honest.output, /Explained: Built with the jemalloc of the system/);
      const liar = join(folder, 'redis-server');
      const started = server.argv.map((word) => `'${word}'`).join(' ');
      writeFileSync(
        liar,
        `#!/bin/sh\n[ "$1" = --version ] && echo Redis server v=6.2.16 && exit\nexec ${started} "$@"\n`,
      );
      chmodSync(liar, 0o755);
      const other = run(liar);
      assert.equal(other.status, 1, other.output);
      assert.match(other.output, /Names that only the server knows\n[^]*\n {2}latency-tracking\n/);
      assert.equal(run(join(folder, 'nothing')).status, 2);
      assert.match(run(process.execPath).output, /this is no server/);
      assert.equal(run(process.execPath).status, 2);
      assert.match(run().output, /npm run catalogue:check/);
      assert.equal(run().status, 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
