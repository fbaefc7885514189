import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../../../server/src/protocol';
import type { Reports } from './reports';
import { pickTarget } from './selectTarget';
import { isOurs, targetLabel } from './statusItem';

interface ChangeItem extends vscode.QuickPickItem {
  readonly change: protocol.UpgradeAnswer['changes'][number];
}

/** Shows what moving the active file to another target changes, and offers the edits to get there. */
export async function showUpgrade(client: LanguageClient, reports: Reports): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isOurs(editor.document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a redis.conf, sentinel.conf or users.acl first.'));
    return;
  }
  const { document } = editor;
  const uri = document.uri.toString();
  const status = await client.sendRequest<protocol.DocumentStatus | null>(protocol.DOCUMENT_STATUS, { uri });
  const to = await pickTarget(client, vscode.l10n.t('Move This File To'), status?.target);
  if (to === undefined) return;
  const params: protocol.UpgradeParams = { uri, to };
  const answer = await client.sendRequest<protocol.UpgradeAnswer>(protocol.UPGRADE, params);
  await reports.showReport('upgrade.md', answer.report);
  if (answer.changes.length === 0) return;
  const chosen = await vscode.window.showQuickPick<ChangeItem>(
    answer.changes.map((change) => ({ label: change.title, detail: change.detail, picked: change.certain, change })),
    {
      canPickMany: true,
      title: vscode.l10n.t('Changes for {0}', targetLabel(answer.to)),
      placeHolder: vscode.l10n.t('Choose what to change in the file'),
      ignoreFocusOut: true,
    },
  );
  if (!chosen || chosen.length === 0) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { change } of chosen) {
    for (const one of change.edits) {
      edit.replace(document.uri, new vscode.Range(one.line, one.character, one.endLine, one.endCharacter), one.newText);
    }
  }
  await vscode.workspace.applyEdit(edit);
}
