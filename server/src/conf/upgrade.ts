import { type Analysis, analyze, type DocumentContext, Judge, type JudgeOptions } from './analyze';
import { type ChangedDefault, changedDefaults, keepDefault } from './changedDefaults';
import { type ChangedMeaning, changedMeanings } from './changedMeanings';
import type { Finding, Fix } from './finding';
import { certain, replaceSpan } from './fix';
import { renamedName } from './renamedName';
import type { Target } from './target';

export type { ChangedDefault } from './changedDefaults';
export type { ChangedMeaning } from './changedMeanings';

/** A text and how it is judged, but for the target. */
export interface AnalysisInputs extends Omit<JudgeOptions, 'target'> {
  readonly text: string;
  readonly context?: DocumentContext;
}

/** A line whose directive has another name in the new target. */
export interface RenamedLine {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly fix: Fix;
}

/** A line that did something before and does nothing any more. */
export interface IgnoredLine {
  readonly line: number;
  readonly name: string;
}

/** What moving a file from one target to another means. */
export interface UpgradeReport {
  readonly startsOn: { readonly from: boolean; readonly to: boolean };
  /** Errors that only the new target has. */
  readonly refused: readonly Finding[];
  /** First those that the file leaves open, then those that it states. */
  readonly changedDefaults: readonly ChangedDefault[];
  readonly changedMeanings: readonly ChangedMeaning[];
  readonly renamed: readonly RenamedLine[];
  readonly ignored: readonly IgnoredLine[];
  /** One fix for each thing that can be settled, certain ones first. */
  readonly fixes: readonly Fix[];
}

/** Compares what two targets make of one text. */
export function compareTargets(inputs: AnalysisInputs, from: Target, to: Target): UpgradeReport {
  const { text, context, ...options } = inputs;
  const [before, after] = [from, to].map((target) => analyze(text, new Judge({ ...options, target }), context));
  if (!before || !after) throw new Error('an analysis for each target');
  return compareAnalyses(before, after);
}

/** Compares two analyses of one text that differ in their targets. */
export function compareAnalyses(before: Analysis, after: Analysis): UpgradeReport {
  const refusedBefore = new Set(errorsOf(before).map(({ range }) => range.start.line));
  const errors = errorsOf(after);
  const refused = errors.filter(({ range }) => !refusedBefore.has(range.start.line));
  const defaults = changedDefaults(before, after);
  const meanings = changedMeanings(before, after);
  const { renamed, ignored } = changedLines(before, after);
  return {
    startsOn: { from: refusedBefore.size === 0, to: errors.length === 0 },
    refused,
    changedDefaults: defaults,
    changedMeanings: meanings,
    renamed,
    ignored,
    fixes: fixesOf(before, after, { refused, defaults, meanings, renamed }),
  };
}

function errorsOf(analysis: Analysis): readonly Finding[] {
  return analysis.findings.filter(({ severity }) => severity === 'error');
}

/** Lines whose name changes, and lines that lose their effect. */
function changedLines(
  before: Analysis,
  after: Analysis,
): { readonly renamed: readonly RenamedLine[]; readonly ignored: readonly IgnoredLine[] } {
  const renamed: RenamedLine[] = [];
  const ignored: IgnoredLine[] = [];
  const { catalogue, env } = after.judge;
  const tail = after.settings.rewriteTail ?? Number.POSITIVE_INFINITY;
  for (let line = 0; line < after.document.lines.length; line++) {
    const judged = before.line(line);
    const name = judged?.line.words[0];
    const next = judged?.directive && catalogue.byKey(judged.directive.key);
    if (!judged?.directive || !name || !next) continue;
    if (next.facts.type === 'ignored' && judged.directive.facts.type !== 'ignored') {
      ignored.push({ line, name: name.text });
      continue;
    }
    const change = renamedName(name.text, next, env.target);
    // A name that the new target takes as one of its own needs no change, nor does a line that the server wrote.
    if (!change || line > tail || (change.shared && catalogue.find(name.text))) continue;
    renamed.push({
      line,
      from: name.text,
      to: change.current,
      fix: certain(`Change "${name.text}" to "${change.current}"`, replaceSpan(name, change.current, line)),
    });
  }
  return { renamed, ignored };
}

interface Parts {
  readonly refused: readonly Finding[];
  readonly defaults: readonly ChangedDefault[];
  readonly meanings: readonly ChangedMeaning[];
  readonly renamed: readonly RenamedLine[];
}

/** A line that is renamed needs no other fix, and a default that keeps a meaning is not stated twice. */
function fixesOf(before: Analysis, after: Analysis, parts: Parts): readonly Fix[] {
  const { refused, defaults, meanings, renamed } = parts;
  const renamedLines = new Set(renamed.map(({ line }) => line));
  const fixes = renamed.map(({ fix }) => fix);
  const seen = new Set<string>();
  for (const {
    range,
    fixes: [fix],
  } of refused) {
    if (fix && !renamedLines.has(range.start.line)) fixes.push(fix);
  }
  const additions = [
    ...meanings.map(({ fix }) => fix),
    ...defaults.map((change) => keepDefault(change, before, after)),
  ];
  for (const fix of additions) {
    // A default that is stated to keep a meaning need not be stated again.
    const change = JSON.stringify(fix?.edits);
    if (!fix || seen.has(change)) continue;
    seen.add(change);
    fixes.push(fix);
  }
  return [...fixes.filter(({ preferred }) => preferred), ...fixes.filter(({ preferred }) => !preferred)];
}
