import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { errorCode } from './directoryLock';
import { assignmentVariable, type Assignment } from './host/assignment';
import type { VscodeInstall } from './install';
import { startServer, type ExtensionManifest, type ServerOptions } from './server';
import { testModeScript } from './testMode';

/** What is run inside the extension host. */
export interface HostRun extends ServerOptions {
  /** The folder that the window shows. */
  readonly folder: string;
  /** Compiled suites; all *.host.js beside host/run.js when left out. */
  readonly suites?: readonly string[];
  /** Runs only the tests whose full title holds this. */
  readonly only?: string;
  /** How long the run may take, in milliseconds; five minutes when left out. */
  readonly limit?: number;
}

/** One test of the run inside. */
export interface HostTest {
  readonly fullTitle: string;
  readonly duration?: number;
  readonly err: { readonly message?: string; readonly stack?: string };
}

/** What the run inside came to. */
export interface HostReport {
  /** 0 when every test passed. */
  readonly exitCode: number;
  readonly passes: readonly HostTest[];
  readonly failures: readonly HostTest[];
  readonly pending: readonly HostTest[];
  /** What tests and extensions wrote to the console. */
  readonly console: readonly string[];
}

type MochaReport = Pick<HostReport, 'passes' | 'failures' | 'pending'>;

/**
 * Runs mocha suites inside the extension host of a real VS Code. Failed tests are in the report; it rejects when the
 * suites did not come to their end.
 */
export async function runHostTests(install: VscodeInstall, run: HostRun): Promise<HostReport> {
  const scratch = await mkdtemp(join(tmpdir(), 'redis-environments-host-'));
  try {
    const assignmentFile = join(scratch, 'assignment.json');
    const server = await startServer(install, { ...run, env: { ...run.env, [assignmentVariable]: assignmentFile } });
    try {
      const inside = join(__dirname, 'host');
      const assigned: Assignment = {
        extension: server.extension.id,
        suites: run.suites ?? (await suitesIn(inside)),
        report: join(scratch, 'report.json'),
        ...(run.only === undefined ? {} : { only: run.only }),
      };
      await writeFile(assignmentFile, JSON.stringify(assigned));
      const stub = await makeStub(server.extension.manifest, join(scratch, 'stub'));
      const script = testModeScript(server.authority, stub, join(inside, 'run.js'));
      const browser = await launchBrowser(install);
      try {
        const context = await browser.newContext();
        await context.addCookies([server.cookie]);
        await context.addInitScript(script);
        const end = await watch(await context.newPage(), server.urlOf(run.folder), run.limit ?? 300_000);
        return { ...end, ...(await readReport(assigned.report, end.console)) };
      } finally {
        await browser.close();
      }
    } finally {
      await server.stop();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The report's failures in one text for an assertion, or undefined when there are none. */
export function describeFailures(report: HostReport): string | undefined {
  if (report.exitCode === 0 && report.failures.length === 0) return undefined;
  const tests = report.failures.map(({ fullTitle, err }) => `${fullTitle}\n${err.stack ?? err.message ?? ''}`);
  return [`exit code ${report.exitCode}`, ...tests].join('\n\n');
}

async function suitesIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.host.js'));
  return names.sort().map((name) => join(folder, name));
}

/** A window is in test mode only with an extension under development: this one, beside the installed one. */
async function makeStub({ engines }: ExtensionManifest, folder: string): Promise<string> {
  const manifest = { name: 'test-mode', publisher: 'redis-environments-tests', version: '0.0.1', engines };
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

async function watch(page: Page, url: string, limit: number): Promise<Pick<HostReport, 'exitCode' | 'console'>> {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const end = new Promise<number>((resolve, reject) => {
    const late = () => reject(new Error(`The tests in VS Code did not end in ${limit} ms:\n${lines.join('\n')}`));
    const timer = setTimeout(late, limit);
    const finish = (code: number) => {
      clearTimeout(timer);
      resolve(code);
    };
    page.once('crash', () => reject(new Error('The page with VS Code crashed')));
    page
      .exposeFunction('codeAutomationExit', finish)
      .then(() => page.goto(url))
      .catch(reject);
  });
  return { exitCode: await end, console: lines };
}

async function readReport(file: string, lines: readonly string[]): Promise<MochaReport> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as MochaReport;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new Error(`The tests in VS Code left no report. Its console:\n${lines.join('\n')}`);
  }
}
