import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { boxOf, shownLines, withPlainSpaces } from './editorText';
import { pictureFile, settled, type Theme, themes } from './pictures';
import { type ProblemRow, readProblems } from './problemsPanel';
import type { VscodeServer } from './server';
import { request, until } from './waiting';

/** The status bar's item with the language of a file. */
export const languageItem = '[id="status.editor.mode"]';

/** The severity of a squiggle or of a row in Problems. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/**
 * A VS Code window, in the words of someone who works in it. Everything waits until it is there or the time is over.
 * What has no method here is reached through `page`.
 */
export class VscodeWindow {
  private constructor(
    readonly page: Page,
    private readonly folder: string,
  ) {}

  /** Opens a folder in a new window with storage of its own, and a file in it when one is named. */
  static async open(browser: Browser, server: VscodeServer, folder: string, file?: string): Promise<VscodeWindow> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...themes.dark.prefers });
    context.setDefaultTimeout(60_000);
    await context.addCookies([server.cookie]);
    const page = await context.newPage();
    await page.goto(server.urlOf(folder, file));
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    const window = new VscodeWindow(page, folder);
    if (file !== undefined) await window.editorShown(file);
    return window;
  }

  /** Loads the window again, as after an update: the same folder, editors and stored state. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
  }

  /** Closes the window and forgets what its browser stored. */
  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** The editor that has the attention. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance');
  }

  /** Opens a file of the folder by its path in it. */
  async openFile(path: string): Promise<void> {
    await this.press('Control+p');
    await this.quickInput.fill(join(this.folder, path));
    const { dir, base } = parse(path);
    const place = this.page.locator('.label-description');
    const row = this.quickPickRow(base).filter(
      dir === '' ? { hasNot: place.filter({ hasText: /./ }) } : { has: place.filter({ hasText: dir }) },
    );
    await row.first().click();
    await this.editorShown(path);
  }

  /** The lines that the editor shows, with ordinary spaces. */
  async text(): Promise<string> {
    return (await shownLines(this.editor)).join('\n');
  }

  /** Waits until the editor shows a text. */
  async shows(text: string): Promise<void> {
    await until(`the text ${text}`, async () => (await this.text()).includes(text) || undefined);
  }

  /** Puts the cursor at a place, counted from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.press('Control+g');
    await this.quickInput.fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Clicks into a text that the editor shows. */
  async clickText(text: string): Promise<void> {
    const { x, y } = await this.middleOf(text);
    await this.page.mouse.click(x, y);
  }

  /** Types at the cursor, as a person does: with completion and closing quotes. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Presses a key or a chord, such as Control+s. */
  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  /** The underlines of a severity in the editor. */
  squiggles(severity: Severity): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** Points at a text and returns what the hover says, as soon as that holds the expected words. */
  async hover(text: string, expected = ''): Promise<string> {
    const { x, y } = await this.middleOf(text);
    const content = this.editor.locator('.monaco-hover:visible .hover-contents');
    const leave = async () => {
      await this.page.mouse.move(0, 0);
      await content.first().waitFor({ state: 'hidden' });
    };
    await leave();
    const point = () => this.page.mouse.move(x, y, { steps: 3 });
    await request(content.filter({ hasText: expected }), point, leave);
    return (await content.allInnerTexts()).map(withPlainSpaces).join('\n');
  }

  /** Opens the quick fixes at a text and returns the rows that hold a title; Escape closes them. */
  async quickFixes(text: string, title = ''): Promise<Locator> {
    await this.clickText(text);
    const rows = this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title });
    return request(rows, () => this.press('Control+.'), this.escape);
  }

  /** Applies the quick fix with this title at a text. */
  async quickFix(text: string, title: string): Promise<void> {
    const rows = await this.quickFixes(text, title);
    await rows.first().click();
    await rows.first().waitFor({ state: 'hidden' });
  }

  /** Asks for completions at the cursor and returns the rows that hold a text. */
  completions(text = ''): Promise<Locator> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: text });
    return request(rows, () => this.press('Control+Space'), this.escape);
  }

  /** The row of the Problems panel that holds a text; opens the panel. */
  async problem(text: string): Promise<Locator> {
    await this.showProblems();
    return this.problemRows.filter({ hasText: text });
  }

  /** The rows that the Problems panel shows, as soon as they are as expected: at least one, if nothing else is said. */
  async problems(expected = (rows: readonly ProblemRow[]) => rows.length > 0): Promise<readonly ProblemRow[]> {
    await this.showProblems();
    return until('the expected problems', async () => {
      const rows = await readProblems(this.problemRows);
      return expected(rows) ? rows : undefined;
    });
  }

  /** Runs a command by its title in the palette, such as `Redis: Plan`. */
  async palette(title: string): Promise<void> {
    const ask = async () => {
      await this.press('F1');
      await this.quickInput.fill(`>${title}`);
    };
    const rows = await request(this.quickPickRow(title), ask, this.escape);
    await rows.first().click();
  }

  /** Chooses the entry of the open quick pick that holds a text. */
  quickPick(text: string): Promise<void> {
    return this.quickPickRow(text).first().click();
  }

  /** The rows of the open quick pick that hold a text. */
  quickPickRow(text: string): Locator {
    return this.page
      .locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
      .filter({ hasText: text });
  }

  /** Answers the open input box. */
  async answer(text: string): Promise<void> {
    await this.quickInput.fill(text);
    await this.press('Enter');
  }

  /** The field of the open quick pick, input box or palette. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input:not([type="checkbox"])');
  }

  /** What the open quick pick or input box says below its field, such as why an answer is refused. */
  get quickInputMessage(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-message');
  }

  /** The item of the status bar that holds a text. */
  statusItem(text: string): Locator {
    return this.page.locator('.part.statusbar .statusbar-item').filter({ hasText: text });
  }

  /** The status bar's item with the language of the file. */
  get language(): Locator {
    return this.page.locator(languageItem);
  }

  /** The notification that holds a text. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text });
  }

  /** Trusts the folder of a window that is in restricted mode. */
  async trust(): Promise<void> {
    await this.statusItem('Restricted Mode').click();
    await this.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await this.statusItem('Restricted Mode').waitFor({ state: 'detached' });
  }

  /** The modal dialog. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Opens a view container by its title in the activity bar. */
  async openView(title: string): Promise<void> {
    const item = this.page.locator('.part.activitybar .action-item').filter({
      has: this.page.locator(`[aria-label^="${title}"]`),
    });
    if ((await item.getAttribute('class'))?.includes('checked')) return;
    await item.click();
  }

  /** The rows of the side bar's trees that hold a text, in label or description. */
  treeItem(text: string): Locator {
    return this.page.locator('.part.sidebar .pane-body .monaco-list-row').filter({ hasText: text });
  }

  /** Presses the inline action of a tree's row. */
  async inlineAction(row: Locator, title: string): Promise<void> {
    await row.hover();
    await row.getByRole('button', { name: title }).click();
  }

  /** Chooses from the context menu of something. */
  async contextMenu(target: Locator, title: string): Promise<void> {
    await target.click({ button: 'right' });
    const item = this.page.locator('.monaco-menu .action-item').filter({ hasText: title }).first();
    await item.hover();
    await item.and(this.page.locator('.focused')).waitFor();
    // A menu ignores clicks in its first moments, but no keys.
    await this.press('Enter');
    await item.waitFor({ state: 'hidden' });
  }

  /** The inside of the webview that is shown, the first when there are several. */
  get webview(): FrameLocator {
    return this.page.locator('iframe.webview').first().contentFrame().frameLocator('iframe#active-frame');
  }

  /** Takes a picture, without what only the browser's VS Code shows, and returns its path. */
  async screenshot(name: string, theme: Theme = 'dark'): Promise<string> {
    if (theme !== 'dark') await this.wear(theme);
    await this.page.evaluate(settled);
    const path = pictureFile(name, theme);
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path, style: '[id="status.workbench.keyboardLayout"] { display: none !important }' });
    if (theme !== 'dark') await this.wear('dark');
    return path;
  }

  private async wear(theme: Theme): Promise<void> {
    await this.page.emulateMedia(themes[theme].prefers);
    await this.page.locator(`.monaco-workbench.${themes[theme].marker}`).waitFor();
  }

  private readonly escape = () => this.press('Escape');

  private async editorShown(path: string): Promise<void> {
    await this.page
      .locator('.editor-group-container.active .tab.active')
      .filter({ hasText: basename(path) })
      .waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  private get problemRows(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row').filter({ has: this.page.locator('.marker-icon') });
  }

  private async showProblems(): Promise<void> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.press('Control+Shift+m');
    await panel.waitFor();
  }

  private async middleOf(text: string): Promise<{ readonly x: number; readonly y: number }> {
    const { x, y, width, height } = await until(`the text ${text}`, () => boxOf(this.editor, text));
    return { x: x + width / 2, y: y + height / 2 };
  }
}
