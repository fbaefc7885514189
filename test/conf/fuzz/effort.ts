import assert from 'node:assert/strict';
import { AclAnalysis } from '../../../server/src/acl/analyze';
import { type Analysis, DocumentAnalysis, Judge } from '../../../server/src/conf/analyze';
import { type ConfDocument, parseDocument, splitLine } from '../../../server/src/conf/syntax';
import type { Target } from '../../../server/src/conf/target';
import { assertFindings } from './checks';
import { positionFeatures, wholeFeatures } from './features';
import type { HeavyText } from './heavy';

/** Work that is far from linear takes a thousand times as long with texts of this size. */
const TIMES_READING = 200;
/** Milliseconds: what a collection of garbage or a cold start may take. */
const SPARE = 500;
const ATTEMPTS = 3;

/**
 * Judges a heavy text, asks everything of it and edits it. Throws when an answer makes no sense, or takes a multiple of
 * the time that it takes to read the words of the text.
 */
export function assertEffort({ title, text, kind }: HeavyText, target: Target): void {
  const document = parseDocument(text);
  const limit =
    SPARE + TIMES_READING * time(() => document.lines.forEach((line) => splitLine(line, { gluesQuotes: false })));
  const within = (what: string, work: () => void): void => {
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < ATTEMPTS && best > limit; attempt++) best = time(work);
    assert.ok(best <= limit, `${title}: ${what} takes ${best.toFixed()} ms, more than ${limit.toFixed()}`);
  };
  if (kind === 'acl') {
    let acl: AclAnalysis | undefined;
    within('judging', () => void (acl = new AclAnalysis(document, { target })).findings);
    if (acl) follow(acl, within);
  }
  let analysis: DocumentAnalysis | undefined;
  const judge = (): Judge => new Judge({ kind: kind === 'sentinel' ? 'sentinel' : 'redis', target });
  within('judging', () => void (analysis = new DocumentAnalysis(document, judge())).findings);
  if (!analysis) return;
  assertFindings(
    document.lines.length > 1_000 ? { lines: document.lines, eol: '\n' } : document,
    analysis.findings.slice(0, 50),
  );
  ask(analysis, within);
  follow(analysis, within);
}

type Within = (what: string, work: () => void) => void;

function ask(analysis: Analysis, within: Within): void {
  for (const [name, check] of wholeFeatures) within(name, () => check(analysis));
  const { lines } = analysis.document;
  const line = lines.length >> 1;
  const places = [0, 12, lines[line]?.length ?? 0].map((character) => ({ line, character }));
  for (const place of places) {
    for (const [name, check] of positionFeatures) within(`${name} at ${place.character}`, () => check(analysis, place));
  }
}

interface Following {
  readonly document: ConfDocument;
  readonly findings: readonly unknown[];
  replaceLines(start: number, removed: number, inserted: readonly string[]): void;
}

/** Types a line in the middle, and takes it out again. */
function follow(analysis: Following, within: Within): void {
  const middle = analysis.document.lines.length >> 1;
  let typed = 0;
  within('an edit', () => {
    analysis.replaceLines(middle, 0, [`port ${typed++}`]);
    void analysis.findings;
    analysis.replaceLines(middle, 1, []);
    void analysis.findings;
  });
}

/** CPU time: another process on the machine adds nothing to it. */
function time(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}
