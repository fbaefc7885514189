/**
 * Measures the language server against a floor and against servers of other languages, all in one run, and says which
 * targets it meets. Run it after `npm run build` and `tsc -b test`, on Linux:
 *
 *     node out/test/bench/languageServer.js [--quick] [--json] [--check] [--server dist/server.js]
 *
 * The targets are ratios, because the machine's speed is in both numbers. `--check` ends with 1 when one is missed.
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faulty } from './documents';
import { type Effort, measureBurst, measureSession, measureSize, measureStart } from './measure';
import { exponent, legend, mainTable, misses, sizeTable } from './report';
import { Samples } from './samples';
import { type BenchServer, prepareServers, repository } from './servers';
import { Session } from './session';

const SIZES = [1, 4, 16, 64] as const;

async function main(): Promise<number> {
  const { values: options } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      server: { type: 'string', default: join(repository, 'dist/server.js') },
    },
  });
  const effort: Effort = { warmUps: 40, edits: options.quick ? 100 : 200, questions: options.quick ? 15 : 40 };
  const [starts, rounds, sizeRounds] = options.quick ? [5, 2, 1] : [15, 5, 3];
  const samples = new Samples();
  const { ours, oursPush, floor, floorUnbundled, json, jsonPush, docker } = await prepareServers(options.server);

  say('starts');
  await inTurns(starts, [ours, floor, floorUnbundled, json, docker], (server) =>
    measureStart(server, faulty(server.language), samples),
  );
  say('sessions');
  await inTurns(rounds, [ours, oursPush, floor, json, jsonPush, docker], async (server) => {
    const document = faulty(server.language);
    if (server.waitsAfterChange) await burstOnly(server, samples);
    else await measureSession(server, document, effort, samples);
  });
  say('sizes');
  for (const copies of SIZES) {
    await inTurns(sizeRounds, [ours, floor, json], (server) =>
      measureSize(server, faulty(server.language, copies), copies, effort, samples),
    );
  }

  const missed = misses(samples, ours.name);
  if (options.json) process.stdout.write(`${JSON.stringify({ samples, missed }, undefined, 2)}\n`);
  else {
    const growths = [ours, floor, json].map(({ name }) => `${name} ${exponent(samples, name)?.toFixed(2) ?? '-'}`);
    const others = [oursPush, floor, floorUnbundled, json, jsonPush, docker].map(({ name }) => name);
    const parts = [
      `Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}. 2,300 lines with 20 faults.`,
      mainTable(samples, ours.name, others),
      sizeTable(samples, ours.name, [floor.name, json.name], SIZES),
      `CPU per edit, exponent of the growth from x16 to x64 (target for ours 0.6): ${growths.join(', ')}`,
      legend,
      missed.length === 0 ? 'No target is missed.' : `Missed:\n${missed.map((miss) => `- ${miss}`).join('\n')}`,
    ];
    process.stdout.write(`${parts.join('\n\n')}\n`);
  }
  return options.check && missed.length > 0 ? 1 : 0;
}

/** All servers in each round, each round in another order. */
async function inTurns(
  rounds: number,
  servers: readonly BenchServer[],
  measure: (server: BenchServer) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const first = round % servers.length;
    for (const server of [...servers.slice(first), ...servers.slice(0, first)]) await measure(server);
  }
}

async function burstOnly(server: BenchServer, samples: Samples): Promise<void> {
  const session = await Session.start(server, faulty(server.language));
  await session.open();
  await measureBurst(server, session, samples);
  await session.stop();
}

function say(part: string): void {
  process.stderr.write(`measuring ${part} ...\n`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
