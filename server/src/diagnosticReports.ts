import type { Diagnostic, DocumentDiagnosticReport, Range } from 'vscode-languageserver';
import type { Analysed } from './analyses';
import type { OpenDocument } from './openDocument';
import { toDiagnostic } from './toLsp';

/** More findings than this are not shown in one file, except errors; a last entry says how many are left out. */
const MOST_FINDINGS = 1_000;

interface Reported {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/**
 * Answers clients that ask for diagnostics. Who has asked before and would get the same again is told just that:
 * most keys change no finding, and a long list need not travel for each of them.
 */
export class DiagnosticReports {
  private readonly last = new WeakMap<OpenDocument, Reported>();
  private reports = 0;

  report(analysed: Analysed, rulePages: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const items = diagnosticsOf(analysed, rulePages);
    const last = this.last.get(analysed.document);
    if (last && last.resultId === previousResultId && isSameList(last.items, items, isSameDiagnostic)) {
      return { kind: 'unchanged', resultId: last.resultId };
    }
    const resultId = String(++this.reports);
    this.last.set(analysed.document, { resultId, items });
    return { kind: 'full', resultId, items };
  }
}

/** The diagnostics of a document as it is now. */
export function diagnosticsOf({ analysis, document }: Analysed, rulePages: string): Diagnostic[] {
  const { findings } = analysis;
  if (findings.length <= MOST_FINDINGS)
    return findings.map((finding) => toDiagnostic(finding, document.uri, rulePages));
  const errors = findings.filter((finding) => finding.severity === 'error');
  const others = findings.filter((finding) => finding.severity !== 'error');
  const kept = others.slice(0, Math.max(0, MOST_FINDINGS - errors.length));
  const shown = [...errors, ...kept].map((finding) => toDiagnostic(finding, document.uri, rulePages));
  const first = others[kept.length];
  if (first) {
    shown.push({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: 3,
      source: 'redis',
      code: 'too-many-findings',
      message: `${others.length - kept.length} more findings are not shown, the next on line ${first.range.start.line + 1}. All errors are. "redis-environments lint" prints everything.`,
    });
  }
  return shown;
}

/** All that `toDiagnostic` sets; the address of the page follows from the code. */
function isSameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    isSameRange(a.range, b.range) &&
    isSameList(a.tags ?? [], b.tags ?? [], (one, other) => one === other) &&
    isSameList(
      a.relatedInformation ?? [],
      b.relatedInformation ?? [],
      (one, other) =>
        one.message === other.message &&
        one.location.uri === other.location.uri &&
        isSameRange(one.location.range, other.location.range),
    )
  );
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return other !== undefined && isSame(one, other);
    })
  );
}
