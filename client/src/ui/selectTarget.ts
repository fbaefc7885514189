import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../../../server/src/protocol';
import { isOurs, targetLabel } from './statusItem';

const PRAGMA = /^(\s*#\s*redis-environments:.*?)\btarget=\S*/;

interface TargetItem extends vscode.QuickPickItem {
  readonly target: string;
}

/** Asks for a target; `current` is marked. Undefined when nothing was chosen. */
export async function pickTarget(
  client: LanguageClient,
  title: string,
  current: string | undefined,
  extra: readonly TargetItem[] = [],
): Promise<string | undefined> {
  const offered = await client.sendRequest<protocol.OfferedTargets>(protocol.OFFERED_TARGETS);
  const items: (TargetItem | vscode.QuickPickItem)[] = [...extra];
  for (const product of ['redis', 'valkey'] as const) {
    items.push({ label: product === 'redis' ? 'Redis' : 'Valkey', kind: vscode.QuickPickItemKind.Separator });
    for (const { target } of offered.filter((one) => one.product === product)) {
      const item: TargetItem = { label: targetLabel(target), target };
      items.push(target === current ? { ...item, description: vscode.l10n.t('current') } : item);
    }
  }
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return chosen && 'target' in chosen ? chosen.target : undefined;
}

/** Changes what the active file is judged for: by a comment in the file, or by the setting. */
export async function selectTarget(client: LanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isOurs(editor.document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a redis.conf, sentinel.conf or users.acl first.'));
    return;
  }
  const params: protocol.DocumentStatusParams = { uri: editor.document.uri.toString() };
  const status = await client.sendRequest<protocol.DocumentStatus | null>(protocol.DOCUMENT_STATUS, params);
  const target = await pickTarget(client, vscode.l10n.t('Judge This File For'), status?.target, [
    { label: vscode.l10n.t('$(wand) Guess from the file'), target: 'auto' },
  ]);
  if (target === undefined) return;
  const inFile = editor.document.languageId !== 'redis-acl';
  const places: (vscode.QuickPickItem & { readonly place: 'file' | 'workspace' | 'user' })[] = [];
  if (inFile) {
    places.push({
      label: vscode.l10n.t('$(comment) In this file'),
      description: target === 'auto' ? '' : `# redis-environments: target=${target}`,
      place: 'file',
    });
  }
  if (vscode.workspace.workspaceFolders) {
    places.push({ label: vscode.l10n.t('$(folder) In this workspace'), place: 'workspace' });
  }
  places.push({ label: vscode.l10n.t('$(account) In my settings'), place: 'user' });
  const place = await vscode.window.showQuickPick(places, { title: vscode.l10n.t('Remember the Target Where?') });
  if (!place) return;
  if (place.place === 'file') {
    await writePragma(editor, target);
    return;
  }
  const configuration = vscode.workspace.getConfiguration('redisEnvironments', editor.document.uri);
  const scope = place.place === 'user' ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await configuration.update('target', target === 'auto' ? undefined : target, scope);
}

async function writePragma(editor: vscode.TextEditor, target: string): Promise<void> {
  const { document } = editor;
  for (let line = 0; line < document.lineCount; line++) {
    const match = PRAGMA.exec(document.lineAt(line).text);
    if (!match) continue;
    const range = new vscode.Range(line, match[1]?.length ?? 0, line, match[0].length);
    await editor.edit((edit) => edit.replace(range, target === 'auto' ? '' : `target=${target}`));
    return;
  }
  if (target === 'auto') return;
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `# redis-environments: target=${target}\n`));
}
