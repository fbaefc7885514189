import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../../../server/src/protocol';

const SOURCES: Readonly<Record<protocol.TargetSource, string>> = {
  comment: vscode.l10n.t('from a comment in the file'),
  environment: vscode.l10n.t('from its environment'),
  setting: vscode.l10n.t('from the settings'),
  guess: vscode.l10n.t('guessed from its directives'),
};

/** `redis@7.0.15` as people say it: `Redis 7.0.15`. */
export function targetLabel(target: string): string {
  const [product = '', version = ''] = target.split('@');
  return `${product.charAt(0).toUpperCase()}${product.slice(1)} ${version}`;
}

/** Is this a document of one of our languages? */
export function isOurs(document: vscode.TextDocument): boolean {
  return (protocol.LANGUAGE_IDS as readonly string[]).includes(document.languageId);
}

/** The language status item: which server the active file is judged for, and whether it would start. */
export class StatusItem implements vscode.Disposable {
  private readonly item: vscode.LanguageStatusItem;
  private readonly subscriptions: vscode.Disposable[] = [];

  constructor(private readonly client: LanguageClient) {
    this.item = vscode.languages.createLanguageStatusItem(
      'redisEnvironments.target',
      protocol.LANGUAGE_IDS.map((language) => ({ language })),
    );
    this.item.name = vscode.l10n.t('Redis Target');
    this.item.command = { command: 'redisEnvironments.selectTarget', title: vscode.l10n.t('Change') };
    this.subscriptions.push(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => void this.update()),
      vscode.languages.onDidChangeDiagnostics((event) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        if (event.uris.some((uri) => uri.toString() === active)) void this.update();
      }),
      client.onNotification(protocol.STATUS_CHANGED, () => void this.update()),
    );
    void this.update();
  }

  private async update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isOurs(document)) return;
    const params: protocol.DocumentStatusParams = { uri: document.uri.toString() };
    const status = await this.client.sendRequest<protocol.DocumentStatus | null>(protocol.DOCUMENT_STATUS, params);
    if (!status || vscode.window.activeTextEditor?.document !== document) return;
    this.item.text = targetLabel(status.target);
    const starts =
      status.errors === 0
        ? vscode.l10n.t('starts')
        : status.errors === 1
          ? vscode.l10n.t('would not start: 1 error')
          : vscode.l10n.t('would not start: {0} errors', status.errors);
    const profile =
      status.profile === 'generic' ? '' : ` · ${status.profile}${status.purpose ? ` ${status.purpose}` : ''}`;
    this.item.detail = `${starts} · ${SOURCES[status.source]}${profile}`;
    this.item.severity =
      status.errors > 0 ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    this.item.accessibilityInformation = { label: `${this.item.text}, ${this.item.detail}` };
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
