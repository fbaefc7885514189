import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Question, Reply, Verdict, WorkerAnswer, WorkerRequest } from './question.js';
import type { RealServer } from './servers.js';

export type { Question, Reply, Unresolved, Verdict } from './question.js';

type Outcome = Exclude<WorkerAnswer, { kind: 'open' }>;

interface Job {
  readonly request: WorkerRequest;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: Error) => void;
}

interface Worker {
  readonly process: ChildProcess;
  job: Job | undefined;
}

/** Each worker has its own mount, network and process namespace; all that it started dies with it. */
const namespaces = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

/**
 * Asks real servers what they say about a config file. Files run as written, on their own loopback and their own
 * writable memory: nothing collides, nothing lasts and nothing leaves the machine.
 */
export class Oracle {
  private readonly waiting: Job[] = [];
  private nextId = 0;

  private constructor(private readonly workers: Worker[]) {
    for (const worker of workers) {
      worker.process.on('message', (outcome: Outcome) => this.receive(worker, outcome));
      worker.process.on('exit', () => this.lose(worker));
      worker.process.on('error', () => this.lose(worker));
    }
  }

  /** Starts the workers; rejects with the reason when this machine does not let them have their namespaces. */
  static async open(servers: readonly RealServer[], workers = defaultWorkers()): Promise<Oracle> {
    if (process.platform !== 'linux') throw new Error('the oracle needs Linux namespaces');
    if (process.getuid?.() !== 0)
      throw new Error('the oracle needs root to make its namespaces; run the tests as root');
    const started = await Promise.allSettled(Array.from({ length: workers }, () => startWorker(servers)));
    const running = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failure = started.find((result) => result.status === 'rejected');
    const oracle = new Oracle(running.map((process) => ({ process, job: undefined })));
    if (failure === undefined) return oracle;
    await oracle.close();
    throw failure.reason;
  }

  /** What the server says about the file. */
  async judge(server: RealServer, question: Question): Promise<Verdict> {
    const outcome = await this.enqueue({ target: server.target, question });
    if (outcome.kind !== 'verdict') throw new Error(outcome.kind === 'broken' ? outcome.reason : 'unexpected answer');
    return outcome.verdict;
  }

  /** Starts the server with the file, sends it commands and gives back its replies; rejects when it does not start. */
  async ask(
    server: RealServer,
    question: Question,
    commands: readonly (readonly string[])[],
  ): Promise<readonly Reply[]> {
    const outcome = await this.enqueue({ target: server.target, question, commands });
    if (outcome.kind !== 'replies') throw new Error(outcome.kind === 'broken' ? outcome.reason : 'unexpected answer');
    return outcome.replies;
  }

  /** Ends the workers and whatever they run; what still waits for an answer is rejected. */
  async close(): Promise<void> {
    const closing = this.workers.splice(0);
    const ends = closing.map(async ({ process }) => {
      if (process.exitCode !== null || process.signalCode !== null) return;
      const ended = once(process, 'exit');
      if (process.connected) process.disconnect();
      await ended;
    });
    await Promise.all(ends);
  }

  private enqueue(asked: Omit<WorkerRequest, 'id'>): Promise<Outcome> {
    return new Promise((done, failed) => {
      this.waiting.push({ request: { ...asked, id: this.nextId++ }, done, failed });
      this.assign();
    });
  }

  private assign(): void {
    if (this.workers.length === 0) {
      for (const job of this.waiting.splice(0)) job.failed(new Error('the oracle is closed'));
    }
    for (const worker of this.workers) {
      if (worker.job !== undefined) continue;
      const job = this.waiting.shift();
      if (job === undefined) return;
      worker.job = job;
      worker.process.send(job.request);
    }
  }

  private receive(worker: Worker, outcome: Outcome): void {
    const { job } = worker;
    worker.job = undefined;
    this.assign();
    job?.done(outcome);
  }

  private lose(worker: Worker): void {
    const at = this.workers.indexOf(worker);
    if (at !== -1) this.workers.splice(at, 1);
    worker.job?.failed(new Error('the worker of the oracle ended before it had answered'));
    worker.job = undefined;
    this.assign();
  }
}

function defaultWorkers(): number {
  return Math.min(4, Math.max(2, availableParallelism()));
}

async function startWorker(servers: readonly RealServer[]): Promise<ChildProcess> {
  const { NODE_V8_COVERAGE: _coverage, NODE_OPTIONS: _options, ...env } = process.env;
  const child = spawn('unshare', [...namespaces, process.execPath, join(__dirname, 'worker.js')], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env,
  });
  const complaints: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk));
  const said = (): string => Buffer.concat(complaints).toString('utf8').trim();
  await new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`the oracle cannot run unshare: ${error.message}`)));
    child.once('close', () => reject(new Error(`the oracle cannot make its namespaces: ${said()}`)));
    child.once('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'open') return resolve();
      child.disconnect();
      reject(new Error(`the oracle cannot prepare its world: ${answer.kind === 'broken' ? answer.reason : ''}`));
    });
    // When it is gone already, its end says why.
    child.send(servers, () => undefined);
  });
  child.removeAllListeners('close');
  return child;
}
