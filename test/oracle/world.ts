import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RealServer } from './servers.js';

/** Where a server under trial starts: an empty directory for every trial. */
export const workFolder = '/run/work';

const serversFolder = '/run/servers';

/** Places that a config file may well name: fresh memory, so nothing of a trial lasts. */
const freshFolders = ['/run', '/tmp', '/var/lib', '/var/log'];

/** Directories that exist on every trial, as they do where the Debian packages are installed. `/run/t` is for tests. */
const standardFolders = ['redis', 'valkey', 'sentinel']
  .flatMap((name) => [`/run/${name}`, `/var/lib/${name}`, `/var/log/${name}`])
  .concat('/run/t', workFolder);

/**
 * Makes the new mount and network namespace of this process a world of its own: loopback only, fresh memory where
 * servers write, everything else read-only. Gives back how each server is started there.
 */
export function makeWorld(servers: readonly RealServer[]): Map<string, readonly string[]> {
  const hidden = servers.find(({ root }) => root.startsWith('/run/'));
  if (hidden !== undefined)
    throw new Error(`${hidden.root} is below /run, which the oracle hides; choose another cache`);
  const others = mountPoints().filter((point) => !/^\/(proc|sys|dev)(\/|$)/.test(point) || point === '/dev/shm');
  const places = servers.map((server, at) => ({ server, place: join(serversFolder, String(at)) }));
  shell([
    'ip link set lo up',
    'mount -t tmpfs -o mode=755 tmpfs /run',
    ...places.map(({ server, place }) => `mkdir -p ${place} && mount --bind ${quote(server.root)} ${place}`),
    ...places.map(({ place }) => `mount -o remount,bind,ro ${place}`),
    ...others.map((point) => `mount -o remount,bind,ro ${quote(point)} || test ${quote(point)} != /`),
    ...freshFolders.slice(1).map((folder) => `mount -t tmpfs -o mode=1777 tmpfs ${folder}`),
  ]);
  return new Map(
    places.map(({ server, place }) => [server.target, server.argv.map((arg) => arg.replaceAll(server.root, place))]),
  );
}

/** Takes away all that earlier trials left. */
export function resetWorld(): void {
  for (const folder of freshFolders) {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (path !== serversFolder) rmSync(path, { recursive: true, force: true });
    }
  }
  for (const folder of standardFolders) mkdirSync(folder, { recursive: true });
}

/** The text of the first file that a server may have written and that is what is looked for. */
export function findInWorld(wanted: (text: string) => boolean): string | undefined {
  return freshFolders
    .flatMap(filesBelow)
    .map((path) => readFileSync(path, 'utf8'))
    .find(wanted);
}

function filesBelow(folder: string): string[] {
  if (folder === serversFolder) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}

function mountPoints(): string[] {
  const lines = readFileSync('/proc/self/mounts', 'utf8').trim().split('\n');
  const points = lines.map((line) => (line.split(' ')[1] ?? '/').replaceAll(/\\([0-7]{3})/g, octal));
  return [...new Set(points)];
}

function octal(_match: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 8));
}

function shell(lines: readonly string[]): void {
  const { status, stderr } = spawnSync('sh', ['-ec', lines.join('\n')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
