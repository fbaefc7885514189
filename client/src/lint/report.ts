import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { rules as aclRules } from '../../../server/src/acl/rules';
import type { Finding, Range, Severity } from '../../../server/src/conf/finding';
import { rules as confRules } from '../../../server/src/conf/rules';
import { targetName } from '../../../server/src/conf/target';
import type { LintResult } from './judgeFile';
import type { LintFormat } from './options';
import { printable } from './problems';

const HOME = 'https://github.com/redis-environments/redis-environments';

/** The results in one of the formats, ready to be printed. */
export function formatResults(results: readonly LintResult[], format: LintFormat): string {
  switch (format) {
    case 'text':
      return asText(results);
    case 'json':
      return JSON.stringify(results.flatMap(asJson), undefined, 2);
    case 'sarif':
      return JSON.stringify(asSarif(results), undefined, 2);
    case 'github':
      return results.flatMap(asGithub).join('\n');
  }
}

/** One-based, as people and tools outside editors count. */
function oneBased(range: Range): { line: number; column: number; endLine: number; endColumn: number } {
  return {
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
}

function asText(results: readonly LintResult[]): string {
  const lines: string[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { file, findings } of results) {
    for (const finding of findings) {
      const { line, column } = oneBased(finding.range);
      lines.push(
        printable(`${file.name}:${line}:${column}: ${finding.severity}: ${finding.message} [${finding.rule}]`),
      );
      counts[finding.severity]++;
    }
  }
  const targets = [...new Set(results.map(({ target }) => targetName(target)))].join(', ');
  const said = Object.entries(counts)
    .filter(([severity, count]) => count > 0 || severity === 'error')
    .map(([severity, count]) => `${count} ${severity}${count === 1 || severity === 'information' ? '' : 's'}`);
  const verdict = counts.error > 0 ? 'would not start' : 'would start';
  const subject = results.length === 1 ? '' : ` in ${results.length} files`;
  lines.push(
    `${said.join(', ')}${subject}: ${targets} ${verdict}${results.length === 1 ? '' : counts.error > 0 ? ' with all of them' : ' with each of them'}.`,
  );
  return lines.join('\n');
}

function asJson({ file, findings }: LintResult): unknown[] {
  return findings.map((finding) => ({
    file: file.name,
    ...oneBased(finding.range),
    severity: finding.severity,
    code: finding.rule,
    message: finding.message,
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      preferred: fix.preferred,
      edits: fix.edits.map((edit) => ({ ...oneBased(edit.range), newText: edit.newText })),
    })),
  }));
}

const SARIF_LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0. */
function asSarif(results: readonly LintResult[]): unknown {
  const rules = [
    ...confRules.map((rule) => ({ ...rule, folder: 'conf' })),
    ...aclRules.map((rule) => ({ ...rule, folder: 'acl' })),
  ];
  const index = new Map(rules.map((rule, position) => [rule.id, position]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'redis-environments',
            informationUri: HOME,
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.title },
              helpUri: `${HOME}/blob/main/server/src/${rule.folder}/rules/${rule.id}.md`,
              defaultConfiguration: { level: SARIF_LEVELS[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.flatMap(({ file, findings }) =>
          findings.map((finding) => ({
            ruleId: finding.rule,
            ...(index.has(finding.rule) ? { ruleIndex: index.get(finding.rule) } : {}),
            level: SARIF_LEVELS[finding.severity],
            message: { text: finding.message },
            locations: [
              { physicalLocation: { artifactLocation: { uri: sarifUri(file.name) }, region: region(finding.range) } },
            ],
            ...(finding.fixes.length > 0 ? { fixes: sarifFixes(finding, file.name) } : {}),
          })),
        ),
      },
    ],
  };
}

function sarifFixes(finding: Finding, name: string): unknown[] {
  return finding.fixes.map((fix) => ({
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: { uri: sarifUri(name) },
        replacements: fix.edits.map((edit) => ({
          deletedRegion: region(edit.range),
          ...(edit.newText === '' ? {} : { insertedContent: { text: edit.newText } }),
        })),
      },
    ],
  }));
}

function region(range: Range): unknown {
  const { line, column, endLine, endColumn } = oneBased(range);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Relative names stay relative, as code scanning wants them. */
function sarifUri(name: string): string {
  if (name.startsWith('/')) return pathToFileURL(resolve(name)).toString();
  return name.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

function asGithub({ file, findings }: LintResult): string[] {
  return findings.map((finding) => {
    const command = finding.severity === 'error' ? 'error' : finding.severity === 'warning' ? 'warning' : 'notice';
    const { line, column, endLine, endColumn } = oneBased(finding.range);
    const place = `file=${property(file.name)},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn}`;
    return `::${command} ${place},title=${property(finding.rule)}::${data(finding.message)}`;
  });
}

/** Escapes of workflow commands. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
