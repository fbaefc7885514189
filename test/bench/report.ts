import type { Metric, Samples } from './samples';
import { GREATEST_EXPONENT, judgeTarget, NOISE, targets, type Verdict } from './targets';

const ROWS: readonly (readonly [Metric, string])[] = [
  ['start', 'spawn to initialize, ms'],
  ['startCpu', 'spawn to initialize, CPU ms'],
  ['open', 'open to all diagnostics, ms'],
  ['openCpu', 'open to all diagnostics, CPU ms'],
  ['edit', 'edit to diagnostics p50, ms'],
  ['edit95', 'edit to diagnostics p95, ms'],
  ['editCpu', 'CPU per edit, ms'],
  ['burstLast', 'burst of 30 keys: last key to final diagnostics, ms'],
  ['burstReports', 'burst: reports'],
  ['burstCpu', 'burst: CPU ms'],
  ['hover', 'hover p50, ms'],
  ['completion', 'completion p50, ms'],
  ['completionKilobytes', 'completion, KB'],
  ['symbols', 'documentSymbol p50, ms'],
  ['folding', 'foldingRange p50, ms'],
  ['tokens', 'semanticTokens p50, ms'],
  ['codeAction', 'codeAction p50, ms'],
  ['memoryOpen', 'RSS after open, MB'],
  ['memoryEdited', 'RSS after the edits, MB'],
  ['faultsSeen', 'fault lines reported, of 20'],
  ['falseErrors', 'errors on right lines'],
  ['faultsWithFix', 'fault lines with a fix, of 20'],
];
const SIZED: readonly (readonly [Metric, string])[] = [
  ['open', 'open, ms'],
  ['openCpu', 'open, CPU ms'],
  ['edit', 'edit p50, ms'],
  ['editCpu', 'CPU per edit, ms'],
  ['memoryOpen', 'RSS after open, MB'],
  ['memoryEdited', 'RSS after the edits, MB'],
];
const MARKS = { met: 'met', near: 'near', missed: 'MISSED' } as const;

/** The main table: one row for each metric, one column for each server, and the targets with how they were met. */
export function mainTable(samples: Samples, ours: string, others: readonly string[]): string {
  const rows = ROWS.map(([metric, title]) => {
    const verdicts = targets
      .filter((target) => target.metric === metric && target.copies === undefined)
      .flatMap((target) => judgeTarget(target, ours, samples) ?? []);
    return [
      title,
      ...[ours, ...others].map((server) => number(samples.median(server, metric))),
      ...verdictCells(verdicts),
    ];
  });
  return table(['', ours, ...others, 'ratio', 'target', ''], rows);
}

/** The table of larger documents. */
export function sizeTable(samples: Samples, ours: string, others: readonly string[], sizes: readonly number[]): string {
  const rows = SIZED.flatMap(([metric, title]) =>
    [ours, ...others].map((server) => {
      const verdicts = targets
        .filter((target) => target.metric === metric && target.copies !== undefined && server === ours)
        .flatMap((target) => judgeTarget(target, ours, samples) ?? []);
      const values = sizes.map((copies) => number(samples.median(`${server} x${copies}`, metric)));
      return [`${title}: ${server}`, ...values, ...verdictCells(verdicts)];
    }),
  );
  return table(['', ...sizes.map((copies) => `x${copies}`), 'ratio', 'target', ''], rows);
}

/** How CPU per edit grows from 16 to 64 copies; undefined when that was not measured. */
export function exponent(samples: Samples, server: string): number | undefined {
  const [small, large] = [16, 64].map((copies) => samples.median(`${server} x${copies}`, 'editCpu'));
  return small === undefined || large === undefined ? undefined : Math.log(large / small) / Math.log(4);
}

/** The targets that were missed by more than noise, as sentences. */
export function misses(samples: Samples, ours: string): readonly string[] {
  const missed = targets.flatMap((target) => {
    const verdict = judgeTarget(target, ours, samples);
    if (verdict?.result !== 'missed') return [];
    const size = target.copies === undefined ? '' : ` at x${target.copies}`;
    return [
      `${target.metric}${size} is ${verdict.ratio.toFixed(2)}x of ${target.against}, the target is ${target.ratio}x`,
    ];
  });
  const growth = exponent(samples, ours);
  if (growth !== undefined && growth > GREATEST_EXPONENT) {
    missed.push(`CPU per edit grows with exponent ${growth.toFixed(2)}, the target is ${GREATEST_EXPONENT}`);
  }
  const faults = samples.median(ours, 'faultsSeen') ?? 0;
  if (faults < 20) missed.push(`only ${faults} of 20 faults are reported`);
  const wrong = samples.median(ours, 'falseErrors') ?? 0;
  if (wrong > 0) missed.push(`${wrong} errors stand on lines that are right`);
  return missed;
}

/** What the marks mean. */
export const legend = `met: within the target. near: above it by at most ${NOISE}x, which noise explains. MISSED: above that.
Times are wall time without the time in which a process was ready and had no processor; medians over the rounds.`;

function verdictCells(verdicts: readonly Verdict[]): string[] {
  const cell = (text: (verdict: Verdict) => string): string => verdicts.map(text).join('; ');
  return [
    cell(({ target, ratio }) => `${ratio.toFixed(2)}x ${target.against}`),
    cell(({ target }) => `${target.ratio}x`),
    cell(({ result }) => MARKS[result]),
  ];
}

function number(value: number | undefined): string {
  if (value === undefined) return '-';
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
