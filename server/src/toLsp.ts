/** The only place where our values become objects of the protocol. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range as LspRange,
  type TextEdit as LspTextEdit,
} from 'vscode-languageserver';
import type { Finding, Fix, Range, Severity, TextEdit } from './conf/finding';

/** The `source` of every diagnostic. */
export const DIAGNOSTIC_SOURCE = 'redis';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Address of a rule's page. */
export function rulePage(template: string, rule: string): string {
  return template.replace('{id}', rule);
}

/** A finding as a diagnostic of the document at `uri`. */
export function toDiagnostic(finding: Finding, uri: string, rulePages: string): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(finding.range),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: rulePage(rulePages, finding.rule) },
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
  };
  if (finding.tags) diagnostic.tags = finding.tags.map((tag) => TAGS[tag]);
  if (finding.related) {
    diagnostic.relatedInformation = finding.related.map((place) => ({
      location: { uri: place.uri ?? uri, range: toRange(place.range) },
      message: place.message,
    }));
  }
  return diagnostic;
}

/** A range of ours is one of the protocol's: the same fields, made writable. */
export function toRange(range: Range): LspRange {
  return { start: { ...range.start }, end: { ...range.end } };
}

/** An edit, with the line breaks of the document it goes to. */
export function toTextEdit(edit: TextEdit, eol: '\n' | '\r\n'): LspTextEdit {
  return { range: toRange(edit.range), newText: eol === '\n' ? edit.newText : edit.newText.replaceAll('\n', eol) };
}

/** The edits of a fix. */
export function toTextEdits(fix: Fix, eol: '\n' | '\r\n'): LspTextEdit[] {
  return fix.edits.map((edit) => toTextEdit(edit, eol));
}
