import { type Analysis, analyze, type DocumentContext, Judge, type JudgeOptions } from './analyze';
import type { Finding } from './finding';
import { rules } from './rules';
import { compareVersions, type Target, targetLabel } from './target';
import { compareAnalyses } from './upgrade';

/** Would a server start with the file, and what would it make of it? */
export interface StartsOn {
  readonly target: Target;
  readonly starts: boolean;
  /** Where the server stops. Lines count from 0. */
  readonly firstRefusal?: { readonly line: number; readonly message: string };
  /** Defaults that the file leaves open and meanings that differ from those of its own target, one sentence each. */
  readonly notes: readonly string[];
}

/** Rules that look at the document as a whole, and yet speak of a place where the reading of the file stops. */
const WHILE_READING = new Set(['included-file-refused']);
const AFTER_LOAD = new Set(
  rules.filter(({ id, scope }) => scope === 'document' && !WHILE_READING.has(id)).map(({ id }) => id),
);

/** Judges one text for many targets. `options.target` is the target that the file is meant for. */
export function startsOnAll(
  text: string,
  options: JudgeOptions,
  targets: readonly Target[],
  context?: DocumentContext,
): readonly StartsOn[] {
  const analyseFor = (target: Target): Analysis => analyze(text, new Judge({ ...options, target }), context);
  const own = analyseFor(options.target);
  return targets.map((target) => {
    const isOwn =
      target.product === options.target.product && compareVersions(target.version, options.target.version) === 0;
    return verdict(own, isOwn ? own : analyseFor(target));
  });
}

function verdict(own: Analysis, other: Analysis): StartsOn {
  const { target } = other.judge.env;
  const refusal = firstRefusal(other.findings);
  return {
    target,
    starts: refusal === undefined,
    ...(refusal ? { firstRefusal: { line: refusal.range.start.line, message: refusal.message } } : {}),
    notes: other === own ? [] : notesOf(own, other),
  };
}

/** The error that the server meets first: those of lines in their order, then those of the file as a whole. */
function firstRefusal(findings: readonly Finding[]): Finding | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.find(({ rule }) => !AFTER_LOAD.has(rule)) ?? errors[0];
}

function notesOf(own: Analysis, other: Analysis): readonly string[] {
  const report = compareAnalyses(own, other);
  const at = (line: number | undefined): string => (line === undefined ? '' : `Line ${line + 1}: `);
  return [
    ...report.changedMeanings.map(({ line, message }) => `${at(line)}${message}`),
    ...report.ignored.map(
      ({ line, name }) => `${at(line)}"${name}" has no effect on ${targetLabel(other.judge.env.target)}.`,
    ),
    ...report.changedDefaults
      .filter(({ statedInFile }) => !statedInFile)
      .map(
        ({ key, from, to }) =>
          `"${other.judge.catalogue.byKey(key)?.facts.name ?? key}" is ${to} by default, not ${from}.`,
      ),
  ];
}
