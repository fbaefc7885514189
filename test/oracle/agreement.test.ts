import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/conf/finding';
import { parseDocument } from '../../server/src/conf/syntax';
import { unavailable } from '../layer.js';
import { dependsOnMachine, disagreement } from './compare.js';
import { type Case, cases } from './generate.js';
import { aclFileErrors, ourErrors } from './ours.js';
import { ensureServers, type RealServer } from './servers.js';
import { Oracle, type Verdict } from './verdict.js';

/** Cases a run and their seed: millions are possible, and a failure can be made again. */
const COUNT = Number(process.env['REDIS_ENVIRONMENTS_CASES'] ?? 1000);
const SEED = Number(process.env['REDIS_ENVIRONMENTS_SEED'] ?? Math.floor(Math.random() * 1_000_000));
/** Servers of different eras. With REDIS_ENVIRONMENTS_SERVERS=all every server that could be had. */
const ERAS = [/^redis@6\.0/, /^redis@7\.0/, /^redis@8\./, /^valkey@/];

/** One server of each era, the newest one. */
function ofDifferentEras(servers: readonly RealServer[]): readonly RealServer[] {
  if (process.env['REDIS_ENVIRONMENTS_SERVERS'] === 'all') return servers;
  const sorted = [...servers].sort((a, b) => a.target.localeCompare(b.target));
  return ERAS.flatMap((era) => sorted.findLast((server) => era.test(server.target)) ?? []);
}

/** What no verdict is asked of. Debian's 7.0.15 has a later fix that refuses `%~pattern`; other builds of that version take it, and we only warn. */
function isLeftOut(server: RealServer, one: Case): boolean {
  // A NUL byte hides its line break: which line a server means then is past telling.
  if (one.text.includes('\0')) return true;
  // Debian's patches for 7.0 and 8.0 bring a switch that these versions do not have elsewhere.
  if (/^redis@[78]\.0\./.test(server.target) && /lua-enable-(?:deprecated|insecure)-api/i.test(one.text)) return true;
  // Files that one pattern names are glued together, so one without a line break at its end joins the next one's line.
  if (/^\s*include\s.*[*?[]/im.test(one.text) && Object.values(one.files).some((text) => !text.endsWith('\n')))
    return true;
  // In a sentinel file, what an include that cannot be read here says might introduce the primaries.
  if (one.mode === 'sentinel' && /^\s*include/im.test(one.text)) return true;
  return (
    server.target.startsWith('redis@7.0.') && /%~|%(?:\s|$)/.test(`${one.text}${Object.values(one.files).join('')}`)
  );
}

/** The file without the lines of all other errors: what is left has one fault. */
function reducedTo(text: string, error: Finding, errors: readonly Finding[]): { text: string; line: number } {
  const { lines, eol } = parseDocument(text);
  const own = error.range.start.line;
  // Lines that the error itself points to are part of the fault.
  const part = new Set([own, ...(error.related ?? []).filter(({ uri }) => !uri).map(({ range }) => range.start.line)]);
  const others = new Set(errors.map((one) => one.range.start.line).filter((line) => !part.has(line)));
  const kept = lines.filter((_, line) => !others.has(line));
  const before = [...others].filter((line) => line < own).length;
  return { text: kept.join(eol), line: own - before + 1 };
}

describe(`agreement with real servers (seed ${SEED}, ${COUNT} cases)`, function () {
  this.timeout(60 * 60 * 1000);
  let oracle: Oracle;
  let servers: readonly RealServer[];
  const seen: { one: Case; server: RealServer; verdict: Verdict; errors: readonly Finding[] }[] = [];

  before(async function () {
    try {
      servers = ofDifferentEras((await ensureServers()).servers);
      assert.ok(servers.length >= ERAS.length, `only ${servers.map(({ target }) => target).join(', ')}`);
      oracle = await Oracle.open(servers);
    } catch (error) {
      unavailable(this, error instanceof Error ? error.message : String(error));
    }
  });

  after(async () => {
    await oracle?.close();
  });

  it('on fresh files: what a server refuses is among our errors, what it accepts has none', async () => {
    const disagreements: string[] = [];
    const judgeCase = async (one: Case, server: RealServer): Promise<void> => {
      const verdict = await oracle.judge(server, one);
      const errors = ourErrors(server.target, one);
      const stopped = verdict.verdict === 'failed' || verdict.verdict === 'crashed';
      const inAclFile = stopped && errors.length === 0 ? aclFileErrors(server.target, one) : undefined;
      const problem = inAclFile && inAclFile.length > 0 ? undefined : disagreement(errors, verdict, one.text);
      if (problem && !one.cat.startsWith('machine:') && !isLeftOut(server, one)) {
        disagreements.push(`${one.id} ${server.target} ${one.cat}: ${problem}\n${one.text}`);
      }
      seen.push({ one, server, verdict, errors });
    };
    await Promise.all([...cases(SEED, COUNT)].flatMap((one) => servers.map((server) => judgeCase(one, server))));
    assert.deepEqual(disagreements.slice(0, 20), [], `${disagreements.length} disagreements`);
  });

  it('in ACL files: a file that a server refuses has errors, one that it accepts has none', () => {
    const disagreements: string[] = [];
    for (const { one, server, verdict, errors } of seen) {
      const found = errors.length === 0 ? aclFileErrors(server.target, one) : undefined;
      if (!found || (verdict.verdict === 'failed' && dependsOnMachine(verdict.reason))) continue;
      if (verdict.verdict === 'accepted' && found.length > 0) {
        disagreements.push(
          `${one.id} ${server.target}: accepted, we report ${found.map(({ message }) => message).join('; ')}`,
        );
      }
    }
    assert.deepEqual(disagreements.slice(0, 20), [], `${disagreements.length} disagreements`);
  });

  it('the other way round: each error of ours, alone in the file, stops the server at its line', async () => {
    const disagreements: string[] = [];
    const confirm = async (
      one: Case,
      server: RealServer,
      errors: readonly Finding[],
      error: Finding,
    ): Promise<void> => {
      const alone = reducedTo(one.text, error, errors);
      // Some errors need other lines, which may have gone with their own errors.
      const lines = ourErrors(server.target, { ...one, text: alone.text }).map(({ range }) => range.start.line + 1);
      if (!lines.includes(alone.line)) return;
      const verdict = await oracle.judge(server, { ...one, text: alone.text });
      const elsewhere = 'line' in verdict && verdict.line !== undefined && !lines.includes(verdict.line);
      // The line that a server gives for an included file is one of that file.
      const excused =
        dependsOnMachine(verdict.verdict === 'accepted' ? '' : verdict.reason) ||
        error.related?.some(({ uri }) => uri !== undefined);
      const refused = verdict.verdict !== 'accepted' && (!elsewhere || excused);
      if (!refused) {
        disagreements.push(
          `${one.id} ${server.target}: ${error.rule} at line ${alone.line} of\n${alone.text}\n${JSON.stringify(verdict)}`,
        );
      }
    };
    const several = seen.filter(
      ({ one, server, errors }) => errors.length > 1 && !one.cat.startsWith('machine:') && !isLeftOut(server, one),
    );
    await Promise.all(
      several.flatMap(({ one, server, errors }) => errors.map((error) => confirm(one, server, errors, error))),
    );
    assert.deepEqual(disagreements.slice(0, 20), [], `${disagreements.length} disagreements`);
  });
});

describe('stock configurations', function () {
  this.timeout(10 * 60 * 1000);

  it('have no error for their own server', async function () {
    let servers: readonly RealServer[];
    try {
      ({ servers } = await ensureServers());
    } catch (error) {
      unavailable(this, error instanceof Error ? error.message : String(error));
    }
    const { readFile } = await import('node:fs/promises');
    for (const server of servers) {
      for (const [path, mode] of [
        [server.stockConf, 'server'],
        [server.stockSentinelConf, 'sentinel'],
      ] as const) {
        if (path === undefined) continue;
        const text = await readFile(path, 'utf8');
        const errors = ourErrors(server.target, { text, mode, files: {} });
        assert.deepEqual(
          errors.map(({ message }) => message),
          [],
          `${server.target} ${path}`,
        );
      }
    }
  });
});
