import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Analysed } from './analyses';
import { DocumentAnalysis } from './conf/analyze';
import { type CodeAction as Action, codeActions } from './conf/codeActions';
import { fixesOf } from './conf/fixAll';
import type { Finding, TextEdit } from './conf/finding';
import { CLIENT_COMMANDS } from './protocol';
import { toTextEdit } from './toLsp';

/** The kind of *Fix All*, which editors can also run on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.redis`;

/** Answers requests for code actions. */
export class CodeActions {
  constructor(
    private readonly analysedAt: (uri: string) => Promise<Analysed | undefined>,
    private readonly client: () => { readonly ownCommands: boolean; readonly documentChanges: boolean },
  ) {}

  /** The actions for a range, of the kinds that are asked for. */
  async find(params: CodeActionParams): Promise<CodeAction[]> {
    const analysed = await this.analysedAt(params.textDocument.uri);
    if (!analysed) return [];
    const { only } = params.context;
    const wants = (kind: string): boolean => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
    const found: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      for (const action of actionsIn(analysed, params.range)) {
        const converted = this.convert(action, analysed, params.context.diagnostics);
        if (converted) found.push(converted);
      }
    }
    if (only && wants(FIX_ALL)) {
      const edits = fixesOf(analysed.analysis.findings);
      if (edits.length > 0) {
        found.push({ title: 'Fix all safe problems', kind: FIX_ALL, edit: this.edit(analysed, edits) });
      }
    }
    return found;
  }

  /** With the version, where the client understands that, so that a late action cannot hit a newer text. */
  private edit({ document }: Analysed, edits: readonly TextEdit[]): WorkspaceEdit {
    const converted = edits.map((one) => toTextEdit(one, document.eol));
    if (!this.client().documentChanges) return { changes: { [document.uri]: converted } };
    return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: converted }] };
  }

  private convert(action: Action, analysed: Analysed, diagnostics: readonly Diagnostic[]): CodeAction | undefined {
    switch (action.kind) {
      case 'explain':
        if (!this.client().ownCommands) return undefined;
        return {
          title: action.title,
          kind: CodeActionKind.QuickFix,
          command: { title: action.title, command: CLIENT_COMMANDS.explainRule, arguments: [action.rule] },
        };
      case 'fix-rule':
        return { title: action.title, kind: CodeActionKind.QuickFix, edit: this.edit(analysed, action.edits) };
      case 'suppress':
      case 'fix': {
        const converted: CodeAction = {
          title: action.title,
          kind: CodeActionKind.QuickFix,
          edit: this.edit(analysed, action.edits),
          diagnostics: diagnostics.filter((diagnostic) => isAbout(diagnostic, action.finding)),
        };
        if (action.kind === 'fix' && action.preferred) converted.isPreferred = true;
        return converted;
      }
    }
  }
}

function actionsIn({ analysis }: Analysed, range: CodeActionParams['range']): readonly Action[] {
  if (analysis instanceof DocumentAnalysis) return codeActions(analysis, range);
  // ACL files know no comments, so nothing can be silenced in them.
  const here = analysis.findings.filter(
    (finding) => finding.range.start.line <= range.end.line && finding.range.end.line >= range.start.line,
  );
  return here.flatMap((finding): Action[] => [
    ...finding.fixes.map((fix) => ({ kind: 'fix', ...fix, finding }) satisfies Action),
    { kind: 'explain', title: `Explain ${finding.rule}`, rule: finding.rule },
  ]);
}

function isAbout(diagnostic: Diagnostic, finding: Finding): boolean {
  return diagnostic.code === finding.rule && diagnostic.range.start.line === finding.range.start.line;
}
