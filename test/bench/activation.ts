/**
 * Measures what VS Code pays to load the extension, and how large it is. Run it after `npm run build` (for the size of
 * the package after `npm run package`) and `tsc -b test`:
 *
 *     node out/test/bench/activation.js [--json] [--check]
 *
 * `--check` ends with 1 when a target is missed.
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { quantile } from './samples';
import { NOISE } from './targets';

const run = promisify(execFile);
const DIST = join(__dirname, '../../../dist');
const ROUNDS = 11;
/** CPU time of loading the extension, against the whole life of a node process that does nothing. */
const MOST_OF_EMPTY_PROCESS = 1.6;
const MOST_KILOBYTES = 450;

interface Load {
  readonly milliseconds: number;
  readonly cpu: number;
  /** CPU time of the whole process until then. */
  readonly life: number;
  readonly megabytes: number;
}

interface Size {
  readonly name: string;
  readonly kilobytes: number;
  readonly packed: number;
}

async function main(): Promise<number> {
  const { values: options } = parseArgs({
    options: { json: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
  });
  const loads: Load[] = [];
  const empty: Load[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    empty.push(await load());
    loads.push(await load(join(DIST, 'extension.js')));
  }
  const middle = (values: readonly number[]): number => quantile(values, 0.5);
  const life = middle(empty.map((one) => one.life));
  const required = middle(loads.map((one) => one.milliseconds));
  const cpu = middle(loads.map((one) => one.cpu));
  const memory = middle(loads.map((one) => one.megabytes)) - middle(empty.map((one) => one.megabytes));
  const sizes = sizesOf(DIST);
  const vsix = sizes.find(({ name }) => name.endsWith('.vsix'));

  const missed: string[] = [];
  const ratio = cpu / life;
  if (ratio > MOST_OF_EMPTY_PROCESS * NOISE)
    missed.push(`loading takes ${ratio.toFixed(2)}x the CPU time of an empty process`);
  if (vsix && vsix.kilobytes > MOST_KILOBYTES) missed.push(`the package has ${vsix.kilobytes.toFixed(0)} KB`);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ required, cpu, memory, life, ratio, sizes, missed }, undefined, 2)}\n`);
  } else {
    const rows = [
      '| | measured | target |',
      '| --- | --- | --- |',
      `| loading dist/extension.js, ms (CPU) | ${required.toFixed(1)} (${cpu.toFixed(1)}) | |`,
      `| an empty node process, CPU ms | ${life.toFixed(1)} | |`,
      `| CPU of loading against that | ${ratio.toFixed(2)}x | ${MOST_OF_EMPTY_PROCESS}x |`,
      `| memory of it, MB | ${memory.toFixed(1)} | |`,
      ...sizes.map(({ name, kilobytes, packed }) => {
        const target = name.endsWith('.vsix') ? `${MOST_KILOBYTES} KB` : '';
        return `| ${name}, KB (gzip) | ${kilobytes.toFixed(0)} (${packed.toFixed(0)}) | ${target} |`;
      }),
    ];
    if (!vsix) rows.push('', 'There is no package: run "npm run package" to measure it.');
    rows.push('', missed.length === 0 ? 'No target is missed.' : `Missed: ${missed.join(', ')}.`);
    process.stdout.write(`${rows.join('\n')}\n`);
  }
  return options.check && missed.length > 0 ? 1 : 0;
}

/** Loads a file, or nothing, in a fresh process. */
async function load(...file: readonly string[]): Promise<Load> {
  const { stdout } = await run(process.execPath, [join(__dirname, 'requireTime.js'), ...file]);
  return JSON.parse(stdout) as Load;
}

function sizesOf(folder: string): readonly Size[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return { name, kilobytes: bytes.byteLength / 1024, packed: gzipSync(bytes).byteLength / 1024 };
    });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // The message of a process that failed holds the line of the bundle where it did.
    process.stderr.write(`${String(error).slice(-1_000)}\n`);
    process.exitCode = 2;
  },
);
