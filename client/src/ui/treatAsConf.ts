import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { LanguageId } from '../../../server/src/protocol';

const LANGUAGES: readonly { readonly id: LanguageId; readonly label: string }[] = [
  { id: 'redis-conf', label: 'redis.conf' },
  { id: 'redis-sentinel-conf', label: 'sentinel.conf' },
  { id: 'redis-acl', label: 'users.acl' },
];

/** Opens the active file in one of our languages, and offers to remember that for files of its name. */
export async function treatAsConf(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the file first.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(LANGUAGES, { title: vscode.l10n.t('Treat This File As') });
  if (!chosen) return;
  await vscode.languages.setTextDocumentLanguage(document, chosen.id);
  if (document.isUntitled) return;
  const name = posix.basename(document.uri.path);
  const remember = vscode.l10n.t('Remember for {0}', name);
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Always treat files named {0} as {1}?', name, chosen.label),
    remember,
  );
  if (answer !== remember) return;
  const files = vscode.workspace.getConfiguration('files');
  const associations = files.get<Record<string, string>>('associations', {});
  const scope = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await files.update('associations', { ...associations, [name]: chosen.id }, scope);
}
