import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser';
import { openDoor } from './door';
import { extensionUnderTest } from './extension';
import { cleanEnvironment, ensureCodeServer, ensureVscode, findOnPath, VscodeUnavailable } from './install';
import { repository } from './repository';
import { languageName, startServer } from './server';
import { languageItem } from './window';

const usage = `npm start [-- OPTION]: opens a VS Code with this extension and a copy of client/samples
  --browser         in the browser (code-server), also where there is a VS Code on the PATH
  --headless-check  in the browser, unseen; ends with 0 when the sample redis.conf is recognised
  --help            this text`;

const options = {
  browser: { type: 'boolean', default: false },
  'headless-check': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<number> {
  const { values } = parseArgs({ options });
  if (values.help) {
    say(usage);
    return 0;
  }
  const home = await mkdtemp(join(tmpdir(), 'redis-environments-start-'));
  const folder = join(home, 'samples');
  await cp(join(repository, 'client/samples'), folder, { recursive: true });
  const code = values.browser || values['headless-check'] ? undefined : await desktopCode();
  if (code !== undefined) return openDesktop(code, home, folder);
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  return values['headless-check'] ? check(folder) : serve(folder);
}

/** The VS Code of this desktop, if a window of it could be seen. */
async function desktopCode(): Promise<string | undefined> {
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  const seen = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME;
  return seen ? findOnPath(['code']) : undefined;
}

/** Opens a window and leaves it to the user: it may live longer than this process, and so does its folder. */
async function openDesktop(code: string, home: string, folder: string): Promise<number> {
  const args = [`--extensionDevelopmentPath=${repository}`, '--new-window'];
  // As root, VS Code only starts like this.
  if (process.getuid?.() === 0) args.push('--no-sandbox', `--user-data-dir=${join(home, 'user')}`);
  say(`Opening ${folder}, a copy of client/samples, in ${code}`);
  const shell = process.platform === 'win32';
  const quote = (word: string) => (shell ? `"${word}"` : word);
  const child = spawn(quote(code), [...args, folder].map(quote), { stdio: 'inherit', shell });
  const [status] = (await once(child, 'exit')) as [number | null];
  return status ?? 1;
}

async function serve(folder: string): Promise<number> {
  const server = await startServer(await ensureCodeServer(), { extension: await extensionUnderTest() });
  try {
    const door = await openDoor(server, server.urlOf(folder, 'redis.conf'));
    say(`\n  VS Code with Redis Environments: ${door.address}\n`);
    say('  It shows a copy of client/samples, which is removed at the end.');
    await openBrowser(door.address);
    say('  Stop: Ctrl+C\n');
    await Promise.race([interruption(), server.ended]);
    say('Stopping ...');
    door.close();
    return 0;
  } finally {
    await server.stop();
  }
}

async function check(folder: string): Promise<number> {
  const install = await ensureVscode();
  const server = await startServer(install, { extension: await extensionUnderTest() });
  try {
    const browser = await launchBrowser(install);
    const door = await openDoor(server, server.urlOf(folder, 'redis.conf'));
    try {
      const page = await browser.newPage();
      await page.goto(door.address);
      const language = page.locator(languageItem).filter({ hasText: languageName(server.extension, 'redis-conf') });
      await language.waitFor({ timeout: 60_000 });
      say(`VS Code takes the sample redis.conf for: ${await language.innerText()}`);
      return 0;
    } finally {
      door.close();
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

async function openBrowser(url: string): Promise<void> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const opener = DISPLAY || WAYLAND_DISPLAY ? await findOnPath(['xdg-open']) : undefined;
  if (opener === undefined) {
    say('  Open that address in a browser on this machine.');
    return;
  }
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true, env: cleanEnvironment() });
  child.once('error', (error) => say(`  ${opener} could not be started: ${error.message}`));
  child.unref();
}

let interrupt = (): void => process.exit(130);

/** Resolves when this process is asked to end; without someone waiting for that, it ends at once and cleans up. */
function interruption(): Promise<void> {
  const atOnce = interrupt;
  return new Promise((resolve) => {
    interrupt = () => {
      interrupt = atOnce;
      resolve();
    };
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt());
main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof VscodeUnavailable ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
