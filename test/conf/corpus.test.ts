import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../server/src/conf/finding';
import { machineDependent } from '../oracle/machineDependent';
import { aclFileErrors, ourErrors, type OurQuestion } from '../oracle/ours';

/** A file and what each of the servers said about it. */
interface Case extends OurQuestion {
  readonly id: string;
  readonly cat: string;
  /** In the order of the servers: `a`, `r<line>`, `r`, `u<line>,...`, `f` or `c`. */
  readonly verdicts: readonly string[];
}

interface Header {
  readonly servers: readonly string[];
  /** What lies in the directory that the server starts in. */
  readonly files: Readonly<Record<string, string>>;
}

interface Row {
  readonly id: string;
  readonly cat: string;
  readonly mode?: 'sentinel';
  readonly text: string;
  readonly verdicts: string;
  /** The side files lay beside it. */
  readonly files?: true;
}

const [first = '{}', ...rows] = readFileSync(join(__dirname, '../../../test/oracle/verdicts.jsonl'), 'utf8')
  .trimEnd()
  .split('\n');
const header = JSON.parse(first) as Header;

const cases: readonly Case[] = rows.map((row) => {
  const { id, cat, mode, text, verdicts, files } = JSON.parse(row) as Row;
  return { id, cat, mode: mode ?? 'server', text, files: files ? header.files : {}, verdicts: verdicts.split(' ') };
});

function lineNumbers(verdict: string): readonly number[] {
  return verdict
    .slice(1)
    .split(',')
    .filter((part) => /^\d+$/.test(part))
    .map(Number);
}

/** What we say wrongly about a case for one server; undefined when we agree with it. */
function disagreement(one: Case, server: string, verdict: string): string | undefined {
  const errors = ourErrors(server, one);
  const ours = errors.map(({ rule, range }) => `${rule} at line ${range.start.line + 1}`).join(', ') || 'nothing';
  if (verdict === 'a') return errors.length === 0 ? undefined : `accepted, we report ${ours}`;
  const ourLines = new Set(errors.map(({ range }) => range.start.line + 1));
  const missed = lineNumbers(verdict).filter((line) => !ourLines.has(line) && !isInside(errors, line));
  if (missed.length > 0) return `refused at line ${missed.join(', ')}, we report ${ours}`;
  if (errors.length > 0 || (aclFileErrors(server, one) ?? []).length > 0) return undefined;
  return `${verdict.startsWith('c') ? 'crashed' : 'not started'}, we report nothing`;
}

/** A server gives the line in an included file, and not the name of that file. */
function isInside(errors: readonly Finding[], line: number): boolean {
  return errors.some(({ related }) =>
    related?.some(({ uri, range }) => uri !== undefined && range.start.line + 1 === line),
  );
}

function countOf(rule: string, findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

describe('3,000 files that real servers were asked about', function () {
  this.timeout(120_000);

  it('are all there', () => {
    assert.equal(header.servers.length, 12);
    assert.ok(cases.length > 2_900);
    for (const { id, verdicts } of cases) assert.equal(verdicts.length, header.servers.length, id);
    assert.equal(new Set(cases.map(({ id }) => id)).size, cases.length);
  });

  for (const [at, server] of header.servers.entries()) {
    it(`${server} agrees: accepted files have no error, of refused ones the line is among the errors`, () => {
      const wrong: string[] = [];
      for (const one of cases) {
        const verdict = one.verdicts[at] ?? '';
        if (machineDependent.has(one.id) && verdict !== 'a') continue;
        const problem = disagreement(one, server, verdict);
        if (problem !== undefined) wrong.push(`${one.id} ${one.cat}: ${problem}\n${one.text}`);
      }
      assert.deepEqual(wrong, [], `${wrong.length} disagreements`);
    });
  }

  it('depend on the machine only where the list says so', () => {
    const known = new Map(cases.map((one) => [one.id, one]));
    for (const id of machineDependent.keys()) {
      const one = known.get(id);
      assert.ok(one, id);
      const agrees = header.servers.every(
        (server, at) => disagreement(one, server, one.verdicts[at] ?? '') === undefined,
      );
      assert.ok(!agrees, `${id}: all servers agree, so it need not be in the list`);
    }
  });

  it('are better after a fix that may be applied without asking', () => {
    const wrong: string[] = [];
    for (const server of ['redis@5.0.7', 'redis@6.2.16', 'redis@7.0.15', 'redis@8.6.3', 'valkey@9.1.2']) {
      for (const one of cases) {
        const before = ourErrors(server, one);
        for (const error of before) {
          for (const fix of error.fixes.filter(({ preferred }) => preferred)) {
            const document = TextDocument.create('file:///redis.conf', 'redis-conf', 1, one.text);
            const after = ourErrors(server, { ...one, text: TextDocument.applyEdits(document, [...fix.edits]) });
            // Something else may be wrong with the line: then it is seen now.
            const settled = countOf(error.rule, after) < countOf(error.rule, before);
            if (settled && after.length <= before.length) continue;
            wrong.push(
              `${one.id} ${server} ${error.rule}: "${fix.title}" of\n${one.text}\nleaves ${after.map(({ message }) => message).join('; ')}`,
            );
          }
        }
      }
    }
    assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} fixes that do not settle their finding`);
  });
});
