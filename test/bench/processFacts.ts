import { readdirSync, readFileSync } from 'node:fs';

/**
 * CPU time that a process has used so far in all of its threads. From the scheduler's own account: `/proc/PID/stat`
 * counts in steps of 10 ms, which is more than a hundred edits may cost.
 */
export function cpuMilliseconds(processId: number): number {
  let total = 0;
  for (const thread of readdirSync(`/proc/${processId}/task`)) {
    total += schedule(`/proc/${processId}/task/${thread}/schedstat`).ran;
  }
  return total;
}

/** The main thread of a process: how long it ran, and how long it was ready to run but had no processor. */
export function mainThread(processId: number): { readonly ran: number; readonly waited: number } {
  return schedule(`/proc/${processId}/schedstat`);
}

/** Memory of a process that is in RAM. */
export function residentMegabytes(processId: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

function schedule(file: string): { ran: number; waited: number } {
  const [ran, waited] = readOrEmpty(file).split(' ').map(Number);
  return { ran: (ran ?? 0) / 1e6, waited: (waited ?? 0) / 1e6 };
}

/** A thread may end between listing and reading. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '0 0';
  }
}
