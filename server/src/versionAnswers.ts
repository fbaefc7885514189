import type { Analysed } from './analyses';
import { analyzeAcl } from './acl/analyze';
import { DocumentAnalysis, Judge } from './conf/analyze';
import { offeredTargets } from './conf/catalogue/targets';
import type { Finding, Fix } from './conf/finding';
import { type StartsOn, startsOnAll } from './conf/startsOn';
import { type Target, targetLabel, targetName } from './conf/target';
import { compareAnalyses, type UpgradeReport } from './conf/upgrade';
import type { StartsOnAnswer, UpgradeAnswer } from './protocol';
import { toTextEdit } from './toLsp';

/** Would the document start on each target that is offered? Newest first. */
export function startsOnAnswers(analysed: Analysed): readonly StartsOnAnswer[] {
  return startsOnTargets(analysed).map(({ target, starts, firstRefusal, notes }) => ({
    target: targetName(target),
    starts,
    ...(firstRefusal ? { refusal: firstRefusal } : {}),
    notes,
  }));
}

function startsOnTargets({ analysis, document }: Analysed): readonly StartsOn[] {
  const targets = offeredTargets();
  const text = document.text();
  if (analysis instanceof DocumentAnalysis) {
    const { kind, profile, purpose, template, target } = analysis.judge.env;
    const options = { kind, profile, template, target, ...(purpose ? { purpose } : {}) };
    return startsOnAll(text, options, targets, analysis.surroundings);
  }
  return targets.map((target) => {
    const error = analyzeAcl(text, { target }).findings.find(({ severity }) => severity === 'error');
    const refusal = error && { line: error.range.start.line, message: error.message };
    return { target, starts: !refusal, ...(refusal ? { firstRefusal: refusal } : {}), notes: [] };
  });
}

/** What changes when the document moves from its target to another one. */
export function upgradeAnswer(analysed: Analysed, to: Target): UpgradeAnswer {
  const from = targetName(analysed.as.target);
  const { analysis, document } = analysed;
  if (!(analysis instanceof DocumentAnalysis)) {
    const errors = analyzeAcl(document.text(), { target: to }).findings.filter(({ severity }) => severity === 'error');
    return {
      from,
      to: targetName(to),
      report: aclReport(targetLabel(analysed.as.target), targetLabel(to), errors),
      changes: [],
    };
  }
  const { kind, profile, purpose, template } = analysis.judge.env;
  const judge = new Judge({ kind, profile, template, target: to, ...(purpose ? { purpose } : {}) });
  const after = new DocumentAnalysis(document.document, judge, analysis.surroundings);
  const report = compareAnalyses(analysis, after);
  return {
    from,
    to: targetName(to),
    report: markdownReport(targetLabel(analysed.as.target), targetLabel(to), report),
    changes: report.fixes.map((fix) => toChange(fix, document.eol)),
  };
}

function toChange(fix: Fix, eol: '\n' | '\r\n'): UpgradeAnswer['changes'][number] {
  const lines = [...new Set(fix.edits.map(({ range }) => range.start.line + 1))];
  return {
    title: fix.title,
    detail: `line ${lines.join(', ')}`,
    certain: fix.preferred,
    edits: fix.edits.map((edit) => {
      const { range, newText } = toTextEdit(edit, eol);
      return {
        line: range.start.line,
        character: range.start.character,
        endLine: range.end.line,
        endCharacter: range.end.character,
        newText,
      };
    }),
  };
}

function markdownReport(from: string, to: string, report: UpgradeReport): string {
  const place = (line: number): string => `line ${line + 1}`;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.map((line) => `- ${line}`)];
  const open = report.changedDefaults.filter(({ statedInFile }) => !statedInFile);
  const quiet =
    report.refused.length +
      open.length +
      report.changedMeanings.length +
      report.renamed.length +
      report.ignored.length ===
    0;
  return [
    `# From ${from} to ${to}`,
    '',
    report.startsOn.to
      ? `${to} starts with this file${report.startsOn.from ? '' : `, which ${from} does not`}.`
      : `${to} **does not start** with this file${report.startsOn.from ? `, which ${from} does` : ''}.`,
    ...(quiet ? ['', 'Nothing else changes.'] : []),
    ...section(
      'Refused',
      report.refused.map(({ range, message }) => `${place(range.start.line)}: ${escaped(message)}`),
    ),
    ...section(
      'Read differently',
      report.changedMeanings.map(({ line, message }) =>
        line === undefined ? escaped(message) : `${place(line)}: ${escaped(message)}`,
      ),
    ),
    ...section(
      'Renamed',
      report.renamed.map(
        ({ line, from: old, to: now }) =>
          `${place(line)}: ${code(old)} is ${code(now)} now; the old name is still accepted.`,
      ),
    ),
    ...section(
      'Without effect',
      report.ignored.map(({ line, name }) => `${place(line)}: ${code(name)}`),
    ),
    ...section(
      'Other defaults, where the file says nothing',
      open.map(({ key, from: old, to: now }) => `${code(key)}: ${code(old)} becomes ${code(now)}`),
    ),
    '',
  ].join('\n');
}

function aclReport(from: string, to: string, errors: readonly Finding[]): string {
  const lines = errors.map(({ range, message }) => `- line ${range.start.line + 1}: ${escaped(message)}`);
  return [
    `# From ${from} to ${to}`,
    '',
    errors.length === 0 ? `${to} takes this ACL file.` : `${to} **refuses** this ACL file.`,
    '',
    ...lines,
    '',
  ].join('\n');
}

/** Text of the document as a code span, whatever is in it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return text === '' ? '`""`' : `${fence} ${text.replaceAll('\n', ' ')} ${fence}`;
}

/** Text that Markdown shows as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&]/g, (char) =>
    char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`,
  );
}
