import { setTimeout as wait } from 'node:timers/promises';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { BenchDocument } from './documents';
import { residentMegabytes } from './processFacts';
import { quantile, type Samples } from './samples';
import type { BenchServer } from './servers';
import { Session } from './session';

/** How much is measured in one session. */
export interface Effort {
  readonly warmUps: number;
  readonly edits: number;
  readonly questions: number;
}

/** The time from the start of the process to the answer to `initialize`, and the CPU time of that. */
export async function measureStart(server: BenchServer, document: BenchDocument, samples: Samples): Promise<void> {
  const session = await Session.start(server, document);
  samples.add(server.name, 'start', session.startMilliseconds);
  samples.add(server.name, 'startCpu', session.startCpu);
  await session.stop();
}

/** Everything about one document in one fresh process. */
export async function measureSession(
  server: BenchServer,
  document: BenchDocument,
  effort: Effort,
  samples: Samples,
): Promise<void> {
  const { name } = server;
  const session = await Session.start(server, document);
  await wait(50);
  const { diagnostics } = await measureOpen(server, session, samples);
  samples.add(name, 'faultsSeen', document.faultLines.filter((line) => reports(diagnostics, line)).length);
  samples.add(name, 'falseErrors', falseErrors(diagnostics, document));
  await wait(200);
  samples.add(name, 'memoryOpen', residentMegabytes(session.processId));

  await measureEdits(server, session, effort, samples);
  await wait(200);
  samples.add(name, 'memoryEdited', residentMegabytes(session.processId));
  await measureQuestions(server, session, document, diagnostics, effort, samples);
  await measureBurst(server, session, samples);
  await session.stop();
}

/** Thirty keys on one line, forty milliseconds apart. */
export async function measureBurst(server: BenchServer, session: Session, samples: Samples): Promise<void> {
  const { last, reports: count, cpu } = await session.burst(30, 40);
  samples.add(server.name, 'burstLast', last);
  samples.add(server.name, 'burstReports', count);
  samples.add(server.name, 'burstCpu', cpu);
}

/** Opening, edits and memory only, for a document of `copies` times the size. */
export async function measureSize(
  server: BenchServer,
  document: BenchDocument,
  copies: number,
  effort: Effort,
  samples: Samples,
): Promise<void> {
  const sized = { ...server, name: sizedName(server, copies) };
  const session = await Session.start(server, document);
  await wait(50);
  await measureOpen(sized, session, samples);
  await wait(200);
  samples.add(sized.name, 'memoryOpen', residentMegabytes(session.processId));
  await measureEdits(sized, session, effort, samples);
  samples.add(sized.name, 'memoryEdited', residentMegabytes(session.processId));
  await session.stop();
}

/** The name under which the numbers of a larger document are kept. */
export function sizedName(server: Pick<BenchServer, 'name'>, copies: number): string {
  return `${server.name} x${copies}`;
}

async function measureOpen(
  { name }: BenchServer,
  session: Session,
  samples: Samples,
): Promise<{ diagnostics: readonly Diagnostic[] }> {
  const cpuBefore = session.cpu();
  const { milliseconds, value } = await session.open();
  samples.add(name, 'open', milliseconds);
  samples.add(name, 'openCpu', session.cpu() - cpuBefore);
  return { diagnostics: value };
}

async function measureEdits({ name }: BenchServer, session: Session, effort: Effort, samples: Samples): Promise<void> {
  const warmUntil = performance.now() + 3_000;
  for (let edit = 0; edit < effort.warmUps && performance.now() < warmUntil; edit++) await session.edit();
  const until = performance.now() + 6_000;
  const cpuBefore = session.cpu();
  const times: number[] = [];
  while (times.length < effort.edits && (performance.now() < until || times.length < 10)) {
    times.push((await session.edit()).milliseconds);
  }
  samples.add(name, 'editCpu', (session.cpu() - cpuBefore) / times.length);
  samples.add(name, 'edit', quantile(times, 0.5));
  samples.add(name, 'edit95', quantile(times, 0.95));
}

async function measureQuestions(
  { name }: BenchServer,
  session: Session,
  document: BenchDocument,
  diagnostics: readonly Diagnostic[],
  { questions }: Effort,
  samples: Samples,
): Promise<void> {
  const { capabilities } = session;
  const names = document.names;
  const kinds = [
    ['hover', 'textDocument/hover', capabilities['hoverProvider']],
    ['completion', 'textDocument/completion', capabilities['completionProvider']],
    ['symbols', 'textDocument/documentSymbol', capabilities['documentSymbolProvider']],
    ['folding', 'textDocument/foldingRange', capabilities['foldingRangeProvider']],
    ['tokens', 'textDocument/semanticTokens/full', capabilities['semanticTokensProvider']],
  ] as const;
  for (const [kind, method, able] of kinds) {
    if (!able) continue;
    const times: number[] = [];
    const until = performance.now() + 5_000;
    for (let at = 0; at < questions && performance.now() < until; at++) {
      // Editors ask after a change; what was answered before must not be enough.
      await session.edit();
      const position = names[(at * 3) % names.length];
      const { milliseconds, value } = await session.ask<unknown>(method, { position });
      times.push(milliseconds);
      if (kind === 'completion' && at === 0) {
        samples.add(name, 'completionKilobytes', JSON.stringify(value ?? null).length / 1024);
      }
    }
    samples.add(name, kind, quantile(times, 0.5));
  }
  if (!capabilities['codeActionProvider']) return;
  const times: number[] = [];
  let fixed = 0;
  for (const line of document.faultLines) {
    const here = diagnostics.filter(({ range }) => range.start.line === line);
    const range = here[0]?.range ?? { start: { line, character: 0 }, end: { line, character: 0 } };
    const { milliseconds, value } = await session.ask<readonly unknown[] | null>('textDocument/codeAction', {
      range,
      context: { diagnostics: here, only: ['quickfix'] },
    });
    times.push(milliseconds);
    if (value && value.length > 0) fixed++;
  }
  samples.add(name, 'codeAction', quantile(times, 0.5));
  samples.add(name, 'faultsWithFix', fixed);
}

/** How many errors stand on lines that are right. Other severities are opinions. */
function falseErrors(diagnostics: readonly Diagnostic[], document: BenchDocument): number {
  const faults = new Set(document.faultLines);
  return diagnostics.filter(({ severity, range }) => severity === 1 && !faults.has(range.start.line)).length;
}

/** JSON calls what a schema does not allow a warning; anything but a hint counts. */
function reports(diagnostics: readonly Diagnostic[], line: number): boolean {
  return diagnostics.some(({ range, severity }) => range.start.line === line && (severity ?? 1) <= 2);
}
