import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VscodeServer } from './server';

/** A short address that lets the one who knows it into a server, and nobody else on this machine. */
export interface Door {
  readonly address: string;
  close(): void;
}

/** Opens a door: who calls its address receives the server's cookie and is sent on to the window. */
export async function openDoor(server: VscodeServer, url: string): Promise<Door> {
  const path = `/${randomBytes(16).toString('hex')}`;
  const { name, value } = server.cookie;
  const door = createServer((request, response) => {
    if (request.url !== path) {
      response.writeHead(404).end();
      return;
    }
    const cookie = `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`;
    response.writeHead(302, { 'Set-Cookie': cookie, Location: url, 'Cache-Control': 'no-store' }).end();
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    close() {
      door.close();
      door.closeAllConnections();
    },
  };
}
