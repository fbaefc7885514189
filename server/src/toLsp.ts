/** The only place where our values become objects of the protocol. */
import {
  type CompletionItem as LspCompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol as LspDocumentSymbol,
  type FoldingRange as LspFoldingRange,
  InsertTextFormat,
  MarkupKind,
  type Range as LspRange,
  type SelectionRange as LspSelectionRange,
  type SignatureHelp,
  SymbolKind,
  type TextEdit as LspTextEdit,
} from 'vscode-languageserver';
import type { CompletionItem, CompletionKind, CompletionList } from './conf/completion';
import type { Finding, Fix, Range, Severity, TextEdit } from './conf/finding';
import type { FoldingRange } from './conf/folding';
import type { SelectionRange } from './conf/selection';
import type { Signature } from './conf/signature';
import type { DocumentSymbol } from './conf/symbols';

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
export function toRange({ start, end }: Range): LspRange {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** An edit, with the line breaks of the document it goes to. */
export function toTextEdit(edit: TextEdit, eol: '\n' | '\r\n'): LspTextEdit {
  return { range: toRange(edit.range), newText: eol === '\n' ? edit.newText : edit.newText.replaceAll('\n', eol) };
}

/** The edits of a fix. */
export function toTextEdits(fix: Fix, eol: '\n' | '\r\n'): LspTextEdit[] {
  return fix.edits.map((edit) => toTextEdit(edit, eol));
}

const COMPLETION_KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  directive: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  number: CompletionItemKind.Value,
  name: CompletionItemKind.Variable,
  command: CompletionItemKind.Function,
  category: CompletionItemKind.Class,
  rule: CompletionItemKind.Keyword,
};

/** What a resolved completion is asked for with. */
export interface CompletionData {
  readonly uri: string;
  readonly docKey: string;
}

/** Items of a list, each with its edit; snippets only for clients that understand them. */
export function toCompletionItems(list: CompletionList, uri: string, snippets: boolean): LspCompletionItem[] {
  const range = toRange(list.range);
  return list.items.map((item) => toCompletionItem(item, range, uri, snippets));
}

function toCompletionItem(item: CompletionItem, range: LspRange, uri: string, snippets: boolean): LspCompletionItem {
  const useSnippet = snippets && item.snippet !== undefined;
  const converted: LspCompletionItem = {
    label: item.label,
    kind: COMPLETION_KINDS[item.kind],
    sortText: item.sortText,
    textEdit: { range, newText: useSnippet ? (item.snippet ?? '') : item.insertText },
  };
  if (useSnippet) converted.insertTextFormat = InsertTextFormat.Snippet;
  if (item.detail !== undefined) converted.detail = item.detail;
  if (item.documentation !== undefined) converted.documentation = toMarkup(item.documentation);
  if (item.filterText !== undefined) converted.filterText = item.filterText;
  if (item.deprecated) converted.tags = [CompletionItemTag.Deprecated];
  if (item.docKey !== undefined) converted.data = { uri, docKey: item.docKey } satisfies CompletionData;
  return converted;
}

/** Markdown of ours: it holds no HTML, and text of documents only in code spans. */
export function toMarkup(markdown: string): { kind: typeof MarkupKind.Markdown; value: string } {
  return { kind: MarkupKind.Markdown, value: markdown };
}

/** One signature with its active parameter. */
export function toSignatureHelp(signature: Signature): SignatureHelp {
  return {
    activeSignature: 0,
    activeParameter: signature.activeParameter,
    signatures: [
      {
        label: signature.label,
        documentation: toMarkup(signature.documentation),
        parameters: signature.parameters.map((parameter) => ({
          label: [parameter.start, parameter.end],
          ...(parameter.documentation === undefined ? {} : { documentation: toMarkup(parameter.documentation) }),
        })),
      },
    ],
  };
}

/** An entry of the outline with those below it. */
export function toDocumentSymbol(symbol: DocumentSymbol): LspDocumentSymbol {
  return {
    name: symbol.name === '' ? '""' : symbol.name,
    detail: symbol.detail,
    kind: symbol.kind === 'section' ? SymbolKind.Namespace : SymbolKind.Property,
    range: toRange(symbol.range),
    selectionRange: toRange(symbol.selectionRange),
    // Most have none, and an outline of thousands of lines travels after every edit.
    ...(symbol.children.length > 0 ? { children: symbol.children.map(toDocumentSymbol) } : {}),
  };
}

/** Lines that fold. */
export function toFoldingRange(range: FoldingRange): LspFoldingRange {
  return { startLine: range.startLine, endLine: range.endLine, ...(range.kind ? { kind: range.kind } : {}) };
}

/** A range and those around it. */
export function toSelectionRange(selection: SelectionRange): LspSelectionRange {
  const range = toRange(selection.range);
  return selection.parent ? { range, parent: toSelectionRange(selection.parent) } : { range };
}
