import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { mainThread } from './processFacts';

/** A message and the time (of `performance.now`) at which its last byte was here, before anything was parsed. */
export interface Arrival<T> {
  readonly value: T;
  readonly at: number;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  readonly give: (arrival: Arrival<unknown>) => void;
  readonly fail: (error: Error) => void;
}

const HEADER_END = Buffer.from('\r\n\r\n');

/**
 * A language server in a process of its own, spoken to over stdio. It does as little as a client can, so that what is
 * measured is the server.
 */
export class Wire {
  private readonly child: ChildProcess;
  private readonly input: Writable;
  private readonly requests = new Map<number, Waiting>();
  private notifications: Waiting[] = [];
  private chunks: Buffer[] = [];
  private lastId = 0;
  /** `performance.now` when the process was started. */
  readonly startedAt = performance.now();
  readonly processId: number;

  constructor(
    command: readonly string[],
    /** Answers requests of the server. */
    private readonly answer: (method: string, params: unknown) => unknown,
  ) {
    const [program = '', ...args] = command;
    this.child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const { pid, stdin, stdout } = this.child;
    if (pid === undefined || !stdin || !stdout) throw new Error(`cannot start ${command.join(' ')}`);
    this.processId = pid;
    this.input = stdin;
    this.listen(stdout);
    this.child.once('exit', (code) => this.failAll(new Error(`${command.join(' ')} ended with ${code}`)));
  }

  request<T>(method: string, params: unknown): Promise<Arrival<T>> {
    const id = ++this.lastId;
    const arrival = new Promise<Arrival<unknown>>((give, fail) => this.requests.set(id, { method, give, fail }));
    this.send({ id, method, params });
    return arrival as Promise<Arrival<T>>;
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  /** The next notification with this name. */
  next<T>(method: string): Promise<Arrival<T>> {
    return new Promise<Arrival<unknown>>((give, fail) => {
      this.notifications.push({ method, give, fail });
    }) as Promise<Arrival<T>>;
  }

  /** Ends the server in the agreed way. */
  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    const late = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
  }

  private send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.input.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private listen(output: Readable): void {
    let length = -1;
    output.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
      for (;;) {
        if (length < 0) {
          const all = this.joined();
          const end = all.indexOf(HEADER_END);
          if (end < 0) return;
          length = Number(/Content-Length: (\d+)/i.exec(all.toString('latin1', 0, end))?.[1]);
          this.chunks = [all.subarray(end + HEADER_END.length)];
        }
        if (this.chunks.reduce((sum, { byteLength }) => sum + byteLength, 0) < length) return;
        const at = performance.now();
        const all = this.joined();
        this.chunks = all.byteLength > length ? [all.subarray(length)] : [];
        this.take(JSON.parse(all.toString('utf8', 0, length)) as Message, at);
        length = -1;
      }
    });
  }

  private joined(): Buffer {
    return this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks);
  }

  private take(message: Message, at: number): void {
    const { id, method, params } = message;
    if (method !== undefined && id !== undefined) {
      this.send({ id, result: this.answer(method, params) ?? null });
    } else if (method !== undefined) {
      const waiting = this.notifications.filter((one) => one.method === method);
      this.notifications = this.notifications.filter((one) => one.method !== method);
      for (const one of waiting) one.give({ value: params, at });
    } else if (typeof id === 'number') {
      const waiting = this.requests.get(id);
      this.requests.delete(id);
      if (message.error) waiting?.fail(new Error(`${waiting.method}: ${message.error.message}`));
      else waiting?.give({ value: message.result, at });
    }
  }

  private failAll(error: Error): void {
    for (const one of [...this.requests.values(), ...this.notifications]) one.fail(error);
    this.requests.clear();
    this.notifications = [];
  }
}

/**
 * Times one exchange with a server, without the time in which server or client were ready and had no processor: that
 * is the machine's other work. Never less than the server ran.
 */
export async function timed<T>(
  wire: Wire,
  exchange: () => Promise<Arrival<T>>,
): Promise<{ value: T; milliseconds: number }> {
  const [server, client] = [mainThread(wire.processId), mainThread(process.pid)];
  const from = performance.now();
  const { value, at } = await exchange();
  const [serverAfter, clientAfter] = [mainThread(wire.processId), mainThread(process.pid)];
  const waited = serverAfter.waited - server.waited + clientAfter.waited - client.waited;
  return { value, milliseconds: Math.max(serverAfter.ran - server.ran, at - from - waited) };
}
