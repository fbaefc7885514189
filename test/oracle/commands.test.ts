import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { existsIn, type CommandCatalogue, type CommandEntry } from './commands.js';
import type { Question } from './question.js';
import type { RealServer } from './servers.js';
import { useOracle } from './useOracle.js';
import { compareVersions } from './versions.js';

const file = join(__dirname, '../../../server/src/conf/catalogue/commands.json');
const catalogue = JSON.parse(readFileSync(file, 'utf8')) as CommandCatalogue;

/** What a server of a version knows, and what only others know. */
interface Known {
  readonly renamable: readonly string[];
  readonly notRenamable: readonly string[];
  readonly ruled: readonly string[];
  readonly notRuled: readonly string[];
}

describe('catalogue of commands', function () {
  this.timeout(300_000);
  const suite = useOracle();

  const judgeAll = async (
    server: RealServer,
    mode: Question['mode'],
    lines: readonly string[],
  ): Promise<readonly string[]> =>
    Promise.all(
      lines.map(async (line) => {
        const verdict = await suite.oracle.judge(server, { mode, text: `${line}\n` });
        return 'reason' in verdict ? verdict.reason : verdict.verdict;
      }),
    );

  it('tells which commands can be renamed', async () => {
    for (const server of suite.servers) {
      const { renamable, notRenamable } = knownTo(server, catalogue.commands);
      const text = renamable.map((name, at) => `rename-command ${name} renamed-${at}\n`).join('');
      assert.deepEqual(
        await suite.oracle.judge(server, { mode: 'server', text }),
        { verdict: 'accepted' },
        server.target,
      );
      const reasons = await judgeAll(
        server,
        'server',
        [...notRenamable, 'nosuch'].map((name) => `rename-command ${name} x`),
      );
      assert.deepEqual(new Set(reasons), new Set(['No such command in rename-command']), server.target);
    }
  });

  it('tells which commands and sub-commands an ACL rule may name', async () => {
    for (const server of suite.servers) {
      const { ruled, notRuled } = knownTo(server, catalogue.commands);
      assert.deepEqual(
        await suite.oracle.judge(server, { mode: 'server', text: userLines(ruled) }),
        { verdict: 'accepted' },
        server.target,
      );
      const reasons = await judgeAll(
        server,
        'server',
        [...notRuled, 'nosuch'].map((name) => `user u +${name}`),
      );
      assert.deepEqual(new Set(reasons), new Set(['Critical error while loading ACLs. Exiting.']), server.target);
    }
  });

  it('tells the same of a server in sentinel mode', async () => {
    const everywhere = catalogue.commands.map(({ name }) => name).filter((_name, at) => at % 8 === 0);
    for (const server of suite.servers) {
      const { renamable, ruled, notRuled } = knownTo(server, catalogue.sentinelCommands);
      const text = renamable.map((name, at) => `rename-command ${name} renamed-${at}\n`).join('');
      assert.deepEqual(
        await suite.oracle.judge(server, { mode: 'sentinel', text }),
        { verdict: 'accepted' },
        server.target,
      );
      const others = everywhere.filter((name) => !renamable.includes(name));
      const reasons = await judgeAll(
        server,
        'sentinel',
        others.map((name) => `rename-command ${name} x`),
      );
      assert.deepEqual(new Set(reasons), new Set(['No such command in rename-command']), server.target);
      // Before 6.2 a sentinel reads user lines but never loads them.
      if (compareVersions(server.version, '6.2.0') < 0) continue;
      assert.deepEqual(
        await suite.oracle.judge(server, { mode: 'sentinel', text: userLines(ruled) }),
        { verdict: 'accepted' },
        server.target,
      );
      const refusals = await judgeAll(
        server,
        'sentinel',
        [...notRuled, 'get', 'config|get'].map((name) => `user u +${name}`),
      );
      assert.deepEqual(new Set(refusals), new Set(['Critical error while loading ACLs. Exiting.']), server.target);
    }
  });
});

function knownTo({ product, version }: RealServer, commands: readonly CommandEntry[]): Known {
  const has = (entry: CommandEntry): boolean => existsIn(entry, product, version);
  const here = commands.filter(has);
  const containers = compareVersions(version, '7.0.0') >= 0;
  const subs = here.flatMap(({ name, subcommands = {} }) =>
    Object.entries(subcommands).map(([sub, life]) => ({
      name: `${name}|${sub}`,
      here: !containers || existsIn(life, product, version),
    })),
  );
  return {
    renamable: here.filter(({ module }) => module !== true).map(({ name }) => name),
    notRenamable: commands.filter((entry) => !has(entry) || entry.module === true).map(({ name }) => name),
    ruled: [...subs.filter((sub) => sub.here).map(({ name }) => name), ...here.map(({ name }) => name)],
    notRuled: [
      ...subs.filter((sub) => !sub.here).map(({ name }) => name),
      ...commands.filter((entry) => !has(entry)).map(({ name }) => name),
      ...(containers ? here.filter(({ container }) => container).map(({ name }) => `${name}|nosuch`) : []),
    ],
  };
}

/** Sub-commands come before whole commands: 6.0 refuses them after. */
function userLines(names: readonly string[]): string {
  return `user u on nopass ~* ${names.map((name) => `+${name}`).join(' ')}\n`;
}
