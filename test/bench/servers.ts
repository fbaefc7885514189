import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { targetName } from '../../server/src/conf/target';
import { BENCH_TARGET, type BenchLanguage, settings } from './documents';
import { dockerfile, json, jsonSchema, redisConf } from './languages';
import { ensurePeers } from './peers';
import type { Wire } from './wire';

/** The root of the repository, seen from the compiled file. */
export const repository = join(__dirname, '../../..');

/** A language server, how it is started and how it tells its diagnostics. */
export interface BenchServer {
  readonly name: string;
  readonly command: readonly string[];
  readonly language: BenchLanguage;
  /** Whether the client asks for diagnostics, or the server sends them by itself. */
  readonly delivery: 'pull' | 'push';
  /** It lets time pass after a change before it looks. */
  readonly waitsAfterChange?: boolean;
  readonly initializationOptions?: unknown;
  /** What the client says after the handshake. */
  readonly configure?: (wire: Wire) => void;
}

/** All servers of the bench. */
export interface BenchServers {
  readonly ours: BenchServer;
  readonly oursPush: BenchServer;
  readonly floor: BenchServer;
  readonly floorUnbundled: BenchServer;
  readonly json: BenchServer;
  readonly jsonPush: BenchServer;
  readonly docker: BenchServer;
}

/** Makes everything ready to be started. `server` is the bundled server to measure. */
export async function prepareServers(server: string): Promise<BenchServers> {
  const peers = await ensurePeers();
  const ours: BenchServer = {
    name: 'ours',
    command: node(server),
    language: redisConf,
    delivery: 'pull',
    initializationOptions: { settings: { target: targetName(BENCH_TARGET) } },
  };
  const floor: BenchServer = {
    name: 'floor',
    command: node(bundleFloor()),
    language: redisConf,
    delivery: 'pull',
    initializationOptions: {
      names: settings.map(({ name }) => name),
      checked: settings.filter(({ kind }) => kind !== 'text').map(({ name }) => name),
    },
  };
  const jsonServer: BenchServer = {
    name: 'json',
    command: node(peers.json),
    language: json,
    delivery: 'pull',
    configure: (wire) => {
      const schemas = [{ fileMatch: ['*.json'], url: 'bench://schema', schema: jsonSchema }];
      wire.notify('workspace/didChangeConfiguration', { settings: { json: { validate: { enable: true }, schemas } } });
    },
  };
  return {
    ours,
    oursPush: { ...ours, name: 'ours, push', delivery: 'push' },
    floor,
    floorUnbundled: { ...floor, name: 'floor, not bundled', command: node(join(__dirname, 'noopServer.js')) },
    json: jsonServer,
    jsonPush: { ...jsonServer, name: 'json, push', delivery: 'push', waitsAfterChange: true },
    docker: { name: 'docker', command: node(peers.docker), language: dockerfile, delivery: 'push' },
  };
}

function node(file: string): readonly string[] {
  return [process.execPath, file, '--stdio'];
}

/** Bundles the floor with the options that the product's own bundle has. */
function bundleFloor(): string {
  const outfile = join(repository, 'out/bench/noopServer.js');
  buildSync({
    entryPoints: [join(repository, 'test/bench/noopServer.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
  return outfile;
}
