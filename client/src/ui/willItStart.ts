import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../../../server/src/protocol';
import { markdownText, type Reports } from './reports';
import { isOurs, targetLabel } from './statusItem';

interface AnswerItem extends vscode.QuickPickItem {
  readonly answer?: protocol.StartsOnAnswer;
}

const REPORT_BUTTON: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('preview'),
  tooltip: vscode.l10n.t('Show as Report'),
};

/**
 * "Will it start on ...?": one line a version. Choosing a version that refuses the file goes to the line at fault,
 * choosing another one opens the report.
 */
export async function willItStart(client: LanguageClient, reports: Reports): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isOurs(editor.document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a redis.conf, sentinel.conf or users.acl first.'));
    return;
  }
  const { document } = editor;
  const params: protocol.StartsOnParams = { uri: document.uri.toString() };
  const answers = await client.sendRequest<readonly protocol.StartsOnAnswer[]>(protocol.STARTS_ON, params);
  const name = vscode.workspace.asRelativePath(document.uri);
  const report = async (): Promise<void> => reports.showReport('will-it-start.md', startsOnReport(name, answers));

  const pick = vscode.window.createQuickPick<AnswerItem>();
  pick.title = vscode.l10n.t('Will {0} Start On ...?', name);
  pick.placeholder = vscode.l10n.t('Choose a version to go to the line that stops it');
  pick.matchOnDetail = true;
  pick.matchOnDescription = true;
  pick.buttons = [REPORT_BUTTON];
  pick.items = [...answers.map(toItem), { label: vscode.l10n.t('$(preview) Show as report'), alwaysShow: true }];
  pick.onDidTriggerButton(() => {
    pick.hide();
    void report();
  });
  pick.onDidAccept(() => {
    const refusal = pick.selectedItems[0]?.answer?.refusal;
    pick.hide();
    if (!refusal) {
      void report();
      return;
    }
    const line = document.lineAt(Math.min(refusal.line, document.lineCount - 1));
    void vscode.window.showTextDocument(document, { selection: line.range });
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function toItem(answer: protocol.StartsOnAnswer): AnswerItem {
  const label = targetLabel(answer.target);
  if (answer.refusal) {
    return {
      label: `$(error) ${label}`,
      description: vscode.l10n.t('refused at line {0}', answer.refusal.line + 1),
      detail: answer.refusal.message,
      answer,
    };
  }
  const count = answer.notes.length;
  return {
    label: count > 0 ? `$(warning) ${label}` : `$(pass) ${label}`,
    description:
      count === 0
        ? vscode.l10n.t('starts')
        : count === 1
          ? vscode.l10n.t('starts, but 1 default or meaning changes')
          : vscode.l10n.t('starts, but {0} defaults or meanings change', count),
    ...(answer.notes[0] === undefined ? {} : { detail: answer.notes[0] }),
    answer,
  };
}

/** The answers as Markdown. */
function startsOnReport(name: string, answers: readonly protocol.StartsOnAnswer[]): string {
  const rows = answers.map((answer) => {
    const where = answer.refusal
      ? `**${vscode.l10n.t('refused at line {0}', answer.refusal.line + 1)}**`
      : vscode.l10n.t('starts');
    const why = answer.refusal
      ? markdownText(answer.refusal.message)
      : answer.notes.map((note) => markdownText(note)).join('<br>');
    return `| ${targetLabel(answer.target)} | ${where} | ${why} |`;
  });
  return [
    `# ${vscode.l10n.t('Will {0} start on ...?', markdownText(name))}`,
    '',
    `| ${vscode.l10n.t('Server')} | ${vscode.l10n.t('Verdict')} | ${vscode.l10n.t('Why, or what changes')} |`,
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
