import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../../server/src/protocol';
import { registerCommands } from './ui/commands';
import { fileFacts } from './ui/files';
import { startLanguageServer } from './ui/languageServer';
import { Reports } from './ui/reports';
import { isOurs, StatusItem } from './ui/statusItem';

let client: LanguageClient | undefined;

/** Called by VS Code when a file of ours is opened or a command of ours is run. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Redis Environments', { log: true });
  const reports = new Reports(context.extensionUri);
  const started = await startLanguageServer(context, output);
  client = started;
  const tellFacts = async (document: vscode.TextDocument): Promise<void> => {
    if (!isOurs(document)) return;
    await started.sendNotification(protocol.FILE_FACTS, await fileFacts(document));
  };
  context.subscriptions.push(
    output,
    reports,
    registerCommands({ client: started, reports, output }),
    new StatusItem(started),
    vscode.workspace.onDidOpenTextDocument((document) => void tellFacts(document)),
    vscode.workspace.onDidSaveTextDocument((document) => void tellFacts(document)),
  );
  for (const document of vscode.workspace.textDocuments) await tellFacts(document);
}

/** Called by VS Code before it ends; waits until the language server has ended. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
