import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { CLIENT_COMMANDS } from '../../../server/src/protocol';
import type { Reports } from './reports';
import { selectTarget } from './selectTarget';
import { isOurs } from './statusItem';
import { treatAsConf } from './treatAsConf';
import { showUpgrade } from './upgrade';
import { willItStart } from './willItStart';

const FIX_ALL_KIND = 'source.fixAll.redis';
const MOST_FIX_ROUNDS = 10;

/** What commands work with. */
export interface CommandContext {
  readonly client: LanguageClient;
  readonly reports: Reports;
  readonly output: vscode.LogOutputChannel;
}

type Handler = (context: CommandContext, ...args: readonly unknown[]) => Promise<void>;

/** Every command of the extension. Arguments come from anywhere and are checked by their handler. */
const COMMANDS: Readonly<Record<string, Handler>> = {
  'redisEnvironments.selectTarget': ({ client }) => selectTarget(client),
  [CLIENT_COMMANDS.willItStart]: ({ client, reports }) => willItStart(client, reports),
  'redisEnvironments.showUpgrade': ({ client, reports }) => showUpgrade(client, reports),
  'redisEnvironments.treatAsConf': () => treatAsConf(),
  'redisEnvironments.fixAll': () => fixAll(),
  'redisEnvironments.showLog': async ({ output }) => output.show(),
  'redisEnvironments.restartServer': ({ client }) => client.restart(),
  [CLIENT_COMMANDS.explainRule]: async ({ reports }, id) => {
    if (typeof id === 'string') await reports.showRule(id);
  },
};

/** Registers all commands. A failure is one sentence for the user and its cause in the log. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(COMMANDS).map(([id, handler]) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          await handler(context, ...args);
        } catch (error) {
          context.output.error(error instanceof Error ? error : String(error));
          const show = vscode.l10n.t('Show Log');
          const message = error instanceof Error ? error.message : String(error);
          const answer = await vscode.window.showErrorMessage(vscode.l10n.t('Redis: {0}', message), show);
          if (answer === show) context.output.show();
        }
      }),
    ),
  );
}

/** One fix can make room for another, so it goes on until nothing changes. */
async function fixAll(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !isOurs(document)) return;
  for (let round = 0; round < MOST_FIX_ROUNDS; round++) {
    const before = document.version;
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      everything,
      FIX_ALL_KIND,
    );
    const edit = actions.find((action) => action.kind?.value === FIX_ALL_KIND)?.edit;
    if (edit) await vscode.workspace.applyEdit(edit);
    if (document.version === before) return;
  }
}
