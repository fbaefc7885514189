import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question, Reply } from '../question.js';
import { converse, type Door } from '../resp.js';

/** How a start ended, or that it came to its ready line. */
export interface Start {
  readonly ready: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server that runs; it must be stopped. */
export interface Running {
  readonly output: () => string;
  /** Sends commands through its socket, or through another door that it has. */
  ask(commands: readonly (readonly string[])[], door?: Door): Promise<readonly Reply[]>;
  stop(): Promise<void>;
}

const startMs = 20_000;
const readyLine = { server: /ready to accept connections/i, sentinel: /Sentinel ID is/ };

/**
 * A folder of its own in which one server binary is started with small files. It needs no rights: sockets lie in the
 * folder, nothing listens on a network that others reach, and what still runs at the end is killed by its pid.
 */
export class Box {
  private readonly folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  private readonly children = new Set<ChildProcess>();
  private started = 0;

  /** Where the program itself is ended in between, nothing is left either. */
  private readonly atExit = (): void => {
    for (const child of this.children) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  };

  constructor(private readonly argv: readonly string[]) {
    process.once('exit', this.atExit);
  }

  /** Runs the server with options only, to its end. */
  async run(options: readonly string[]): Promise<Start> {
    return await this.spawn(options, 'server').ended;
  }

  /** Starts the server with a file and says how that went. */
  async start(text: string, options: readonly string[] = optionsOf(this.socket())): Promise<Start> {
    const { child, ended } = this.spawn([this.file(text), ...options], 'server');
    const start = await ended;
    await this.kill(child);
    return start;
  }

  /** Starts the server with a file and leaves it running; rejects with its words when it does not come to that. */
  async open({ text, mode }: Pick<Question, 'text' | 'mode'>, options?: readonly string[]): Promise<Running> {
    const socket = this.socket();
    const sentinel = mode === 'sentinel' ? ['--sentinel'] : [];
    const args = [this.file(text), ...sentinel, ...(options ?? optionsOf(socket))];
    const { child, ended, output } = this.spawn(args, mode);
    const { ready } = await ended;
    if (!ready) throw new Error(`the server did not start:\n${output().trim()}`);
    return {
      output,
      ask: (commands, door = socket) => converse(door, commands),
      stop: () => this.kill(child),
    };
  }

  /** Ends whatever still runs and takes the folder away. */
  async close(): Promise<void> {
    await Promise.all([...this.children].map((child) => this.kill(child)));
    process.removeListener('exit', this.atExit);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private socket(): string {
    return join(this.folder, `${this.started}.sock`);
  }

  private file(text: string | Uint8Array): string {
    const path = join(this.folder, `${this.started++}.conf`);
    writeFileSync(path, text);
    return path;
  }

  private spawn(args: readonly string[], mode: Question['mode']) {
    const [command = '', ...first] = this.argv;
    const child = spawn(command, [...first, ...args], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.children.add(child);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    const stdout = (): string => Buffer.concat(out).toString('latin1');
    const stderr = (): string => Buffer.concat(err).toString('latin1');
    const ended = new Promise<Start>((resolve, reject) => {
      const end = (ready: boolean): void => resolve({ ready, stdout: stdout(), stderr: stderr() });
      const clock = setTimeout(() => end(false), startMs);
      child.stdout.on('data', (chunk: Buffer) => {
        out.push(chunk);
        if (readyLine[mode].test(stdout())) end(true);
      });
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', (error) => (clearTimeout(clock), this.children.delete(child), reject(error)));
      child.on('close', () => (clearTimeout(clock), this.children.delete(child), end(false)));
    });
    return { child, ended, output: () => stdout() + stderr() };
  }

  private async kill(child: ChildProcess): Promise<void> {
    if (!this.children.has(child) || child.pid === undefined) return;
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.kill('SIGKILL');
    await closed;
  }
}

function optionsOf(socket: string): readonly string[] {
  return ['--port', '0', '--unixsocket', socket];
}
