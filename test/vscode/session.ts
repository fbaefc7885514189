import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { extensionUnderTest } from './extension';
import { vscodeFor } from './install';
import { themeSettings } from './pictures';
import { startServer, type ServerOptions, type VscodeServer } from './server';
import { VscodeWindow } from './window';

/** What a suite of UI tests starts from. */
export interface SessionOptions extends Partial<ServerOptions> {
  /** The files of the workspace folder: path in it -> text. */
  readonly files: Readonly<Record<string, string>>;
  /** The name of the workspace folder, as pictures show it. */
  readonly folderName?: string;
}

/** A running VS Code with a workspace folder, for the tests of one suite. */
export interface Session {
  /** The workspace folder; every test has its own, for VS Code remembers unsaved files by folder. */
  readonly folder: string;
  readonly server: VscodeServer;
  /** Opens the folder in a new window, and a file in it when one is named; the window is closed after the test. */
  open(file?: string): Promise<VscodeWindow>;
  /** Writes a file of the folder from the outside. */
  write(path: string, text: string): Promise<void>;
}

const sessionSettings: Readonly<Record<string, unknown>> = {
  ...themeSettings,
  'editor.hover.delay': 150,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
};

/**
 * A mocha suite that works in a real VS Code. The server is started before its tests and stopped after them; each test
 * has the files in a new folder, its windows are closed after it, and when it failed there is a picture of them.
 */
export function describeInVscode(title: string, options: SessionOptions, define: (session: Session) => void): void {
  describe(title, function () {
    this.timeout('4m');
    const windows: VscodeWindow[] = [];
    const endings: (() => Promise<void>)[] = [];
    let started: { home: string; server: VscodeServer; browser: Browser } | undefined;
    let folder = '';
    const running = () => {
      if (started === undefined) throw new Error('VS Code is there inside of tests and their hooks only');
      return started;
    };
    const session: Session = {
      get folder() {
        return folder;
      },
      get server() {
        return running().server;
      },
      async open(file) {
        const { browser, server } = running();
        const window = await VscodeWindow.open(browser, server, folder, file);
        windows.push(window);
        return window;
      },
      write: (path, text) => writeFiles(folder, { [path]: text }),
    };

    before(async function () {
      const install = await vscodeFor(this);
      const home = await mkdtemp(join(tmpdir(), 'redis-environments-workspace-'));
      endings.push(() => rm(home, { recursive: true, force: true }));
      const settings = { ...sessionSettings, ...options.settings };
      const server = await startServer(install, { extension: await extensionUnderTest(), ...options, settings });
      endings.push(() => server.stop());
      const browser = await launchBrowser(install);
      endings.push(() => browser.close());
      started = { home, server, browser };
    });
    beforeEach(async () => {
      folder = join(await mkdtemp(join(running().home, 'test-')), options.folderName ?? 'redis');
      await writeFiles(folder, options.files);
    });
    define(session);
    afterEach(async function () {
      for (const [index, window] of windows.splice(0).entries()) {
        if (this.currentTest?.state === 'failed') {
          const name = `failed ${index} ${this.currentTest.fullTitle()}`.replace(/\W+/g, '-').slice(0, 100);
          process.stderr.write(`      picture: ${await window.screenshot(name)}\n`);
        }
        await window.close();
      }
    });
    after(async () => {
      for (const end of endings.reverse()) await end();
    });
  });
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
