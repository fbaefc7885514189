import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Question } from './question.js';
import { findInWorld, resetWorld, workFolder } from './world.js';

/** How a server behaved with a file. */
export interface Trial {
  readonly ended: 'ready' | 'exit' | 'signal' | 'timeout';
  readonly stdout: string;
  readonly stderr: string;
}

/** How a trial departs from a plain start. */
export interface TrialOptions {
  /** Appended to the command line after the file, so line numbers of the file do not move. */
  readonly options: readonly string[];
  /** A file in the work folder whose appearance is the ready signal of a server that logs elsewhere. */
  readonly readyFile?: string;
  /** Done with the ready server before it is killed. */
  readonly whileReady?: () => Promise<void>;
}

const configFile = 'redis.conf';
const cpuSeconds = 2;
const wallMs = 15_000;
const addressSpaceKiB = 6 * 1024 * 1024;
const limits = `ulimit -c 0; ulimit -S -t ${cpuSeconds}; ulimit -v ${addressSpaceKiB}; exec "$@"`;

const readyLine = { server: /ready to accept connections/i, sentinel: /Sentinel ID is/ };
const configError = 'FATAL CONFIG FILE ERROR';
/** A crash report takes seconds to finish; its first lines are enough. */
const crashReport = /BUG REPORT START[^]*?(?:crashed by signal.*\n|==> .*\n|Guru Meditation: .*\n)/;

/** Starts a server with the file in a clean world, waits until it is ready or gone, and leaves nothing running. */
export async function runTrial(argv: readonly string[], question: Question, how: TrialOptions): Promise<Trial> {
  resetWorld();
  writeFiles(question);
  // The watch comes first: on a loaded machine the server may be ready before this process runs again.
  const watcher = watch(workFolder);
  const mode = question.mode === 'sentinel' ? ['--sentinel'] : [];
  const child = spawn('/bin/sh', ['-c', limits, 'sh', ...argv, configFile, ...mode, ...how.options], {
    cwd: workFolder,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return await new Promise<Trial>((resolve, reject) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let ended: Trial['ended'] | undefined;
    let ready = false;
    const end = (as: Trial['ended']): void => {
      ended ??= as;
      killGroup(child);
    };
    const onReady = (): void => {
      if (ready || ended !== undefined) return;
      ready = true;
      if (how.whileReady === undefined) end('ready');
      else
        how.whileReady().then(
          () => end('ready'),
          (error: unknown) => (reject(error), end('exit')),
        );
    };
    const clock = setTimeout(() => end('timeout'), wallMs);
    watcher.on('change', (_event, name) => {
      if (name === how.readyFile) onReady();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk);
      const text = Buffer.concat(out).toString('latin1');
      if (crashReport.test(text)) end('signal');
      else if (readyLine[question.mode].test(text) && !Buffer.concat(err).includes(configError)) onReady();
    });
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      clearTimeout(clock);
      watcher.close();
      ended ??= signal === null ? 'exit' : signal === 'SIGXCPU' ? 'timeout' : 'signal';
      const stderr = Buffer.concat(err).toString('utf8');
      const stdout = Buffer.concat(out).toString('utf8');
      resolve({ ended, stdout: ended === 'exit' && stdout + stderr === '' ? findLog() : stdout, stderr });
    });
  });
}

function writeFiles({ text, files = {} }: Question): void {
  for (const [path, content] of Object.entries(files)) {
    const place = join(workFolder, path);
    mkdirSync(path.endsWith('/') ? place : dirname(place), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(place, content);
  }
  writeFileSync(join(workFolder, configFile), text);
}

/** A file that sets a log file and then fails before its end leaves its last words there. */
function findLog(): string {
  return findInWorld((text) => /^\d+:[XCSM] /.test(text)) ?? '';
}

/** The server leads a process group of its own, so whatever it forked goes with it. */
function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
    process.kill(-child.pid, 'SIGKILL');
}
