import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { cleanEnvironment, type CodeServer } from './install';
import { startGroup } from './processGroup';

const run = promisify(execFile);

/** What the harness reads of an extension's package.json. */
export interface ExtensionManifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly contributes?: { readonly languages?: readonly { readonly id: string; readonly aliases?: readonly string[] }[] };
}

/** An extension that a server offers. */
export interface ServedExtension {
  /** publisher.name */
  readonly id: string;
  readonly manifest: ExtensionManifest;
  /** Set when the extension is not installed, but read from its folder by windows that say so. */
  readonly developmentFolder: string | undefined;
}

/** How a server is started. */
export interface ServerOptions {
  /** A packaged extension (.vsix), which is installed, or the folder of one that is under development. */
  readonly extension: string;
  /** `off`: every folder is trusted. `ask`: as a user's VS Code, which asks. */
  readonly trust?: 'off' | 'ask';
  /** User settings on top of those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment variables for the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running VS Code that waits for a browser. */
export interface VscodeServer {
  /** host:port */
  readonly authority: string;
  readonly extension: ServedExtension;
  /** The address of a window that shows a folder, with a file open in it when one is named. */
  urlOf(folder: string, file?: string): string;
  /** Changes user settings; open windows follow by themselves. */
  change(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** What the server printed. */
  output(): string;
  /** Ends the server and all that it started, and removes its folders. */
  stop(): Promise<void>;
}

/** Settings under which VS Code shows nothing that nobody asked for. */
const quietSettings: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Dark Modern',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'files.autoSave': 'off',
};

/** Starts code-server with folders of its own and the extension in it; resolves when it listens. */
export async function startServer(install: CodeServer, options: ServerOptions): Promise<VscodeServer> {
  const home = await mkdtemp(join(tmpdir(), 'redis-environments-vscode-'));
  const removeNow = () => rmSync(home, { recursive: true, force: true });
  process.once('exit', removeNow);
  const settingsFile = join(home, 'User/settings.json');
  let settings = { ...quietSettings, ...options.settings };
  const change = async (values: Readonly<Record<string, unknown>>) => {
    settings = { ...settings, ...values };
    await writeFile(settingsFile, JSON.stringify(settings, undefined, 2));
  };
  const remove = async () => {
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.off('exit', removeNow);
  };
  try {
    await mkdir(join(home, 'User'));
    await change({ 'security.workspace.trust.enabled': options.trust === 'ask' });
    const env = { ...serverEnvironment(), ...options.env };
    const args = [install.entry, '--config', join(home, 'config.yaml')];
    args.push('--user-data-dir', home, '--extensions-dir', join(home, 'extensions'));
    const extension = await serve(resolve(options.extension), home, (extra) =>
      run(install.node, [...args, ...extra], { env }),
    );
    args.push('--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check');
    args.push('--disable-getting-started-override', '--ignore-last-opened');
    if (options.trust !== 'ask') args.push('--disable-workspace-trust');
    const group = startGroup(install.node, args, env);
    try {
      const [, authority = ''] = await group.printed(/HTTP server listening on http:\/\/(127\.0\.0\.1:\d+)/, 60_000);
      return {
        authority,
        extension,
        change,
        urlOf: (folder, file) => urlOf(authority, folder, file),
        output: () => group.output(),
        async stop() {
          await group.stop();
          await remove();
        },
      };
    } catch (error) {
      await group.stop();
      throw error;
    }
  } catch (error) {
    await remove();
    throw error;
  }
}

async function serve(
  path: string,
  home: string,
  codeServer: (args: readonly string[]) => Promise<unknown>,
): Promise<ServedExtension> {
  const installed = join(home, 'extensions');
  await mkdir(installed);
  if (!path.endsWith('.vsix')) return { ...(await describe(path)), developmentFolder: path };
  await codeServer(['--install-extension', path]).catch((error: unknown) => {
    throw new Error(`code-server did not install ${path}: ${errorLines(error)}`);
  });
  for (const entry of await readdir(installed, { withFileTypes: true })) {
    if (entry.isDirectory() && !entry.name.startsWith('.')) {
      return { ...(await describe(join(installed, entry.name))), developmentFolder: undefined };
    }
  }
  throw new Error(`${path} was installed, but brought no extension`);
}

/** Without the trace of the native logger, which is not compiled and not needed. */
function errorLines(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const errors = text.split('\n').filter((line) => /^(Error|Failed)/.test(line) && !line.includes('bindings file'));
  return errors.join('\n') || text;
}

async function describe(folder: string): Promise<{ readonly id: string; readonly manifest: ExtensionManifest }> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as ExtensionManifest;
  return { id: `${manifest.publisher}.${manifest.name}`, manifest };
}

/** A port or a password that another program set for itself would change how code-server starts. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(PORT|PASSWORD|HASHED_PASSWORD|CODE_SERVER_.*|CS_.*)$/;
  return Object.fromEntries(Object.entries(cleanEnvironment()).filter(([name]) => !foreign.test(name)));
}

function urlOf(authority: string, folder: string, file?: string): string {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('folder', folder);
  if (file !== undefined) {
    const uri = `vscode-remote://${authority}${join(folder, file)}`;
    url.searchParams.set('payload', JSON.stringify([['openFile', uri]]));
  }
  return url.href;
}
