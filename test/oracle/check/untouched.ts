import type { Box } from './box.js';

/** What the other starts had to override, so that only a server that was left alone tells it. */
export const OVERRIDDEN: readonly string[] = ['port', 'unixsocket'];

/** Reads those defaults of a server on a loopback address that nobody else uses. */
export async function readUntouched(box: Box): Promise<ReadonlyMap<string, string> | Error> {
  const host = ['127', randomByte(), randomByte(), randomByte()].join('.');
  try {
    const running = await box.open({ mode: 'server', text: '' }, ['--bind', host]);
    const port = Number(/\bport=(\d+)/.exec(running.output())?.[1]);
    const asked = OVERRIDDEN.map((name) => ['CONFIG', 'GET', name]);
    const replies = await running.ask(asked, { host, port });
    await running.stop();
    return new Map(OVERRIDDEN.map((name, at) => [name, valueOf(replies[at])]));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function randomByte(): number {
  return 2 + Math.floor(Math.random() * 250);
}

function valueOf(reply: unknown): string {
  return Array.isArray(reply) ? String(reply[1]) : '';
}
