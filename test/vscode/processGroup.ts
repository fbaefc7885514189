import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './directoryLock';

/** A program that runs in a process group of its own, so that everything it started can be ended with it. */
export interface ProcessGroup {
  /** Ends all processes of the group and resolves when none is left. */
  stop(): Promise<void>;
  /** Resolves with the exit status when the program itself has ended; undefined when a signal ended it. */
  readonly ended: Promise<number | undefined>;
  /** Everything that was printed so far. */
  output(): string;
  /** Resolves with the first match in what is printed; rejects when the program ends or the time is over before. */
  printed(pattern: RegExp, milliseconds: number): Promise<RegExpExecArray>;
}

/** Starts a program in a process group of its own; the group is also ended when this process exits. */
export function startGroup(program: string, args: readonly string[], env: NodeJS.ProcessEnv): ProcessGroup {
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const killNow = () => signal(child, 'SIGKILL');
  process.prependOnceListener('exit', killNow);
  return {
    ended: new Promise((resolve) => {
      child.once('close', (status) => resolve(status ?? undefined));
      child.once('error', (error) => {
        text += String(error);
        resolve(undefined);
      });
    }),
    output: () => text,
    async stop() {
      signal(child, 'SIGTERM');
      if (!(await isGone(child, 5_000))) killNow();
      if (!(await isGone(child, 5_000))) throw new Error(`Processes of the group ${child.pid} do not end`);
      process.off('exit', killNow);
    },
    printed: (pattern, milliseconds) =>
      new Promise((resolve, reject) => {
        const give = (end: () => void) => {
          clearTimeout(limit);
          child.stdout.off('data', look).off('end', look);
          child.off('close', ended).off('error', reject);
          end();
        };
        const look = () => {
          const match = pattern.exec(text);
          if (match !== null) give(() => resolve(match));
        };
        const ended = () => give(() => reject(new Error(`${program} ended before it printed ${pattern}:\n${text}`)));
        const late = () => give(() => reject(new Error(`${program} did not print ${pattern} in time:\n${text}`)));
        const limit = setTimeout(late, milliseconds);
        child.stdout.on('data', look);
        child.once('close', ended).once('error', reject);
        look();
      }),
  };
}

function signal(child: ChildProcess, name: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, name);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
    throw error;
  }
}

async function isGone(child: ChildProcess, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await wait(20)) {
    if (!signal(child, 0)) return true;
  }
  return false;
}
