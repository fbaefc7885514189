import { connect, type NetConnectOpts } from 'node:net';
import type { Reply } from './question.js';

/** Where a server listens: the path of its unix socket, or an address. */
export type Door = string | NetConnectOpts;

/** Sends commands to a server, all at once, and gives back the replies in order. */
export async function converse(door: Door, commands: readonly (readonly string[])[]): Promise<Reply[]> {
  return await new Promise<Reply[]>((resolve, reject) => {
    const socket = typeof door === 'string' ? connect(door) : connect(door);
    const chunks: Buffer[] = [];
    socket.on('connect', () => socket.write(commands.map(encode).join('')));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection before it had answered')));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const replies = readReplies(Buffer.concat(chunks), commands.length);
      if (replies === undefined) return;
      resolve(replies);
      socket.destroy();
    });
  });
}

function encode(command: readonly string[]): string {
  return `*${command.length}\r\n${command.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

/** The first replies of a RESP2 stream, or nothing while it is incomplete. */
function readReplies(data: Buffer, count: number): Reply[] | undefined {
  const replies: Reply[] = [];
  let at = 0;
  while (replies.length < count) {
    const read = readReply(data, at);
    if (read === undefined) return undefined;
    replies.push(read.reply);
    at = read.end;
  }
  return replies;
}

function readReply(data: Buffer, start: number): { reply: Reply; end: number } | undefined {
  const newline = data.indexOf('\r\n', start);
  if (newline === -1) return undefined;
  const rest = data.toString('utf8', start + 1, newline);
  const end = newline + 2;
  switch (String.fromCharCode(data[start] ?? 0)) {
    case '+':
      return { reply: rest, end };
    case '-':
      return { reply: { error: rest }, end };
    case ':':
      return { reply: Number(rest), end };
    case '$': {
      const length = Number(rest);
      if (length === -1) return { reply: null, end };
      if (data.length < end + length + 2) return undefined;
      return { reply: data.toString('utf8', end, end + length), end: end + length + 2 };
    }
    case '*':
      return rest === '-1' ? { reply: null, end } : readArray(data, end, Number(rest));
    default:
      throw new Error(`not RESP2: ${rest}`);
  }
}

function readArray(data: Buffer, start: number, length: number): { reply: Reply; end: number } | undefined {
  const items: Reply[] = [];
  let at = start;
  while (items.length < length) {
    const item = readReply(data, at);
    if (item === undefined) return undefined;
    items.push(item.reply);
    at = item.end;
  }
  return { reply: items, end: at };
}
