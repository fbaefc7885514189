import * as vscode from 'vscode';

const SCHEME = 'redis-environments';

/** Documents that the extension writes for people to read: pages of rules, reports. Shown as rendered Markdown. */
export class Reports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration: vscode.Disposable;

  constructor(private readonly extensionUri: vscode.Uri) {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const text = this.texts.get(uri.path);
    if (text !== undefined) return text;
    const id = /^\/rules\/([a-z0-9-]+)\.md$/.exec(uri.path)?.[1];
    if (id === undefined) return vscode.l10n.t('This page is gone. Run the command again.');
    const pages = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'dist', 'rules.md'));
    const page = pageOf(new TextDecoder().decode(pages), id);
    return page ?? vscode.l10n.t('There is no page for the rule "{0}".', id);
  }

  /** Shows the page of a rule. */
  async showRule(id: string): Promise<void> {
    if (!/^[a-z0-9-]+$/.test(id)) return;
    await this.show(vscode.Uri.from({ scheme: SCHEME, path: `/rules/${id}.md` }));
  }

  /** Shows a report under a name that ends in `.md`; a report of the same name is replaced. */
  async showReport(name: string, markdown: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/reports/${name}` });
    this.texts.set(uri.path, markdown);
    this.changed.fire(uri);
    await this.show(uri);
  }

  private async show(uri: vscode.Uri): Promise<void> {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}

/** The page of a rule: all pages stand in one file, each under a heading that is the id of its rule. */
function pageOf(pages: string, id: string): string | undefined {
  const start = `\n${pages}`.indexOf(`\n# ${id}\n`);
  if (start < 0) return undefined;
  const next = /\n# [a-z0-9-]+\n/.exec(pages.slice(start + 2));
  return pages.slice(start, next ? start + 2 + next.index : undefined);
}

/** Text as Markdown that shows it unchanged: nothing in it becomes markup. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, (char) =>
    char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`,
  );
}
