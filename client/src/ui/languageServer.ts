import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
  vsdiag,
} from 'vscode-languageclient/node';
import * as protocol from '../../../server/src/protocol';
import { listDirectory, readIncludeFor } from './files';

/** Address of a rule's page in this editor: a command, so that it works without a network. */
const RULE_PAGES = `command:${protocol.CLIENT_COMMANDS.explainRule}?%5B%22{id}%22%5D`;

/** Starts the language server in a process of its own and answers what it asks for. */
export async function startLanguageServer(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): Promise<LanguageClient> {
  const module = context.asAbsolutePath('dist/server.js');
  const serverOptions: ServerOptions = { module, transport: TransportKind.ipc };
  const initializationOptions: protocol.InitializationOptions = {
    rulePages: RULE_PAGES,
    files: true,
    ownCommands: true,
  };
  const clientOptions: LanguageClientOptions = {
    // No scheme: untitled, remote and virtual documents are judged as well. Versions in git are not, or every
    // problem would be listed twice.
    documentSelector: protocol.LANGUAGE_IDS.map((language) => ({ language })),
    initializationOptions,
    outputChannel: output,
    diagnosticPullOptions: { onChange: true, onFocus: true, onSave: true, onTabs: false },
    middleware: {
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const uri = document instanceof vscode.Uri ? document : document.uri;
        if (uri.scheme === 'git') return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        return next(document, previousResultId, token);
      },
    },
  };
  const client = new LanguageClient('redisEnvironments', 'Redis Environments', serverOptions, clientOptions);
  client.onRequest(protocol.READ_INCLUDE, (params: protocol.ReadIncludeParams) => readIncludeFor(params));
  client.onRequest(protocol.LIST_DIRECTORY, (params: protocol.ListDirectoryParams) => listDirectory(params));
  await client.start();
  return client;
}
