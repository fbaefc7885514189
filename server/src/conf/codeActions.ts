import type { Analysis } from './analyze';
import type { Finding, Position, Range, TextEdit } from './finding';
import { insertLineBefore, replaceSpan } from './fix';
import { fixesOf } from './fixAll';
import { PRAGMA_KEY } from './judge';
import { pragmaWords } from './pragmaWords';
import { isSentinelState } from './sentinelLine';

/** Something that can be done about a finding. */
export type CodeAction =
  | {
      readonly kind: 'fix';
      readonly title: string;
      readonly edits: readonly TextEdit[];
      readonly preferred: boolean;
      readonly finding: Finding;
    }
  /** All certain fixes of one rule in the document. */
  | { readonly kind: 'fix-rule'; readonly title: string; readonly edits: readonly TextEdit[]; readonly rule: string }
  /** A comment that silences a rule for a line, or for the file. */
  | {
      readonly kind: 'suppress';
      readonly title: string;
      readonly edits: readonly TextEdit[];
      readonly finding: Finding;
    }
  /** Opens the page of a rule. */
  | { readonly kind: 'explain'; readonly title: string; readonly rule: string };

const MARKER = '# redis-environments:';

/**
 * What can be done about the findings that touch a range: their fixes first, then one fix for all findings of a rule,
 * then silencing, then reading about it. Errors cannot be silenced from here: the server would not start all the same.
 */
export function codeActions(analysis: Analysis, range: Range): readonly CodeAction[] {
  const here = analysis.findings.filter((finding) => touches(finding.range, range));
  const rules = [...new Set(here.map(({ rule }) => rule))];
  return [
    ...here.flatMap((finding): CodeAction[] =>
      finding.fixes.map(({ title, edits, preferred }) => ({ kind: 'fix', title, edits, preferred, finding })),
    ),
    ...rules.flatMap((rule) => fixRule(analysis, rule)),
    ...uniqueBy(
      here.filter(({ severity }) => severity !== 'error'),
      ({ rule, range: { start } }) => `${rule} ${start.line}`,
    ).flatMap((finding) => suppressLine(analysis, finding)),
    ...uniqueBy(
      here.filter(({ severity }) => severity !== 'error'),
      ({ rule }) => rule,
    ).map((finding) => suppressFile(analysis, finding)),
    ...rules.map((rule): CodeAction => ({ kind: 'explain', title: `Explain ${rule}`, rule })),
  ];
}

function fixRule(analysis: Analysis, rule: string): CodeAction[] {
  const certain = analysis.findings.filter(
    (finding) => finding.rule === rule && finding.fixes.some(({ preferred }) => preferred),
  );
  if (certain.length < 2) return [];
  return [{ kind: 'fix-rule', title: `Fix all ${certain.length} findings of ${rule}`, edits: fixesOf(certain), rule }];
}

/**
 * A comment above the line. Not for what is said of the file as a whole, which stands on its first line or on one
 * without words, and not among lines that the server keeps for itself: it would move or lose the comment.
 */
function suppressLine(analysis: Analysis, finding: Finding): CodeAction[] {
  const { line } = finding.range.start;
  const judged = analysis.line(line);
  if (!judged || judged.line.kind === 'blank' || judged.line.kind === 'comment') return [];
  if (line === 0 && analysis.judge.documentRules.some(({ id }) => id === finding.rule)) return [];
  if (line > (analysis.settings.rewriteTail ?? Number.POSITIVE_INFINITY) || isSentinelState(judged.line)) return [];
  const title = `Ignore ${finding.rule} on this line`;
  const existing = listEdit(analysis, line - 1, 'ignore', finding.rule);
  const edit = existing ?? insertLineBefore(`${MARKER} ignore=${finding.rule}`, line);
  return [{ kind: 'suppress', title, edits: [edit], finding }];
}

function suppressFile(analysis: Analysis, finding: Finding): CodeAction {
  const title = `Ignore ${finding.rule} in this file`;
  const { lines } = analysis.document;
  let line = 0;
  // A pragma among the comments at the top takes the rule in; else there is a new one in the first line.
  for (; analysis.line(line)?.line.kind === 'comment' && line < lines.length; line++) {
    const existing = listEdit(analysis, line, 'ignore-file', finding.rule);
    if (existing) return { kind: 'suppress', title, edits: [existing], finding };
  }
  return { kind: 'suppress', title, edits: [insertLineBefore(`${MARKER} ignore-file=${finding.rule}`)], finding };
}

/** Adds a rule to the list that a pragma has under a name; undefined when there is none. */
function listEdit(analysis: Analysis, line: number, name: string, rule: string): TextEdit | undefined {
  if (analysis.line(line)?.key !== PRAGMA_KEY) return undefined;
  const last = pragmaWords(analysis.document.lines[line] ?? '').findLast(({ is, of }) => is === 'value' && of === name);
  return last && replaceSpan({ start: last.span.end, end: last.span.end }, `,${rule}`, line);
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
