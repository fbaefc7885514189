import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cleanEnvironment, type CodeServer } from './install';
import { type ProcessGroup, startGroup } from './processGroup';

/** What the harness reads of an extension's package.json. */
export interface ExtensionManifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly contributes?: {
    readonly languages?: readonly { readonly id: string; readonly aliases?: readonly string[] }[];
  };
}

/** An extension that a server offers. */
export interface ServedExtension {
  /** publisher.name */
  readonly id: string;
  readonly manifest: ExtensionManifest;
}

/** What VS Code calls one of an extension's languages. */
export function languageName({ id, manifest }: ServedExtension, language: string): string {
  const name = manifest.contributes?.languages?.find((each) => each.id === language)?.aliases?.[0];
  if (name === undefined) throw new Error(`${id} brings no language ${language} with a name`);
  return name;
}

/** How a server is started. */
export interface ServerOptions {
  /** A packaged extension (.vsix), which is installed, or an extension's folder, which is linked. */
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
  /** What a browser must bring; a server without would give everybody on the machine a shell. */
  readonly cookie: { readonly name: string; readonly value: string; readonly url: string };
  /** The address of a window that shows a folder, with a file open in it when one is named. */
  urlOf(folder: string, file?: string): string;
  /**
   * Changes user settings for windows that are opened from now on: open ones do not notice. (They do notice a changed
   * .vscode/settings.json in their folder.)
   */
  change(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** What the server printed. */
  output(): string;
  /** Resolves when the server has ended, by stop() or by itself an hour after its last window was closed. */
  readonly ended: Promise<unknown>;
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
  'extensions.autoUpdate': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'files.autoSave': 'off',
};

/** Starts code-server with folders of its own and the extension in it; resolves when it listens. */
export async function startServer(install: CodeServer, options: ServerOptions): Promise<VscodeServer> {
  const home = await mkdtemp(join(tmpdir(), 'redis-vscode-'));
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
    const secret = randomBytes(32).toString('hex');
    const env = { ...serverEnvironment(), TMPDIR: home, HASHED_PASSWORD: secret, ...options.env };
    const args = [install.entry, '--config', join(home, 'config.yaml')];
    args.push('--user-data-dir', home, '--extensions-dir', join(home, 'extensions'));
    const extension = await serve(resolve(options.extension), home, (extra) =>
      startGroup(install.node, [...args, ...extra], env),
    );
    const suffix = randomBytes(8).toString('hex');
    args.push('--auth', 'password', '--cookie-suffix', suffix, '--bind-addr', '127.0.0.1:0');
    args.push('--disable-telemetry', '--disable-update-check');
    args.push('--disable-getting-started-override', '--ignore-last-opened', '--idle-timeout-seconds', '3600');
    if (options.trust !== 'ask') args.push('--disable-workspace-trust');
    const group = startGroup(install.node, args, env);
    try {
      const [, authority = ''] = await group.printed(/HTTP server listening on http:\/\/(127\.0\.0\.1:\d+)/, 60_000);
      return {
        authority,
        extension,
        change,
        // code-server compares the cookie with a hashed password of this kind as it is.
        cookie: { name: `code-server-session-${suffix}`, value: secret, url: `http://${authority}` },
        urlOf: (folder, file) => urlOf(authority, folder, file),
        output: () => group.output(),
        ended: group.ended,
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
  codeServer: (args: readonly string[]) => ProcessGroup,
): Promise<ServedExtension> {
  const installed = join(home, 'extensions');
  await mkdir(installed);
  if (!path.endsWith('.vsix')) {
    const extension = await describe(path);
    await symlink(path, join(installed, `${extension.id}-${extension.manifest.version}`));
    return extension;
  }
  const installer = codeServer(['--install-extension', path]);
  const status = await installer.ended;
  await installer.stop();
  if (status !== 0) throw new Error(`code-server did not install ${path}: ${errorLines(installer.output())}`);
  for (const entry of await readdir(installed, { withFileTypes: true })) {
    if (entry.isDirectory() && !entry.name.startsWith('.')) return describe(join(installed, entry.name));
  }
  throw new Error(`${path} was installed, but brought no extension`);
}

/** Without the trace of the native logger, which is not compiled and not needed. */
function errorLines(text: string): string {
  const errors = text.split('\n').filter((line) => /^(Error|Failed)/.test(line) && !line.includes('bindings file'));
  return errors.join('\n') || text;
}

async function describe(folder: string): Promise<ServedExtension> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as ExtensionManifest;
  return { id: `${manifest.publisher}.${manifest.name}`, manifest };
}

/**
 * A port or a password that another program set for itself would change how code-server starts, and its sockets would
 * be left behind in the folder for the user's run-time files.
 */
function serverEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(PORT|PASSWORD|HASHED_PASSWORD|CODE_SERVER_.*|CS_.*|XDG_RUNTIME_DIR)$/;
  return Object.fromEntries(Object.entries(cleanEnvironment()).filter(([name]) => !foreign.test(name)));
}

function urlOf(authority: string, folder: string, file?: string): string {
  const address = `http://${authority}/?folder=${readable(folder)}`;
  if (file === undefined) return address;
  const payload = [['openFile', `vscode-remote://${authority}${join(folder, file)}`]];
  return `${address}&payload=${readable(JSON.stringify(payload))}`;
}

/** The address is printed for people: slashes and colons may stay as they are. */
function readable(value: string): string {
  return encodeURIComponent(value).replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%2C/g, ',');
}
