import { lint } from './lint/lint';
import { UsageError } from './lint/options';
import { codeOf, printable, reasonOf } from './lint/problems';

const HELP = `Usage: redis-environments COMMAND [options]

  lint    judge redis.conf, sentinel.conf and ACL files as a server would

redis-environments COMMAND --help tells more.`;

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'lint': {
      const { output, exitCode } = await lint(rest);
      if (output.length > 0) await print(typeof output === 'string' ? `${output}\n` : output);
      return exitCode;
    }
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      await print(`${HELP}\n`);
      return command === undefined ? 2 : 0;
    default:
      throw new UsageError(`There is no command "${command}". Try redis-environments --help.`);
  }
}

/** Nobody has to read to the end, as in `lint ... | head`. */
async function print(output: string | Buffer): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      process.stdout.once('error', reject);
      process.stdout.write(output, (error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw new Error(`The output could not be written: ${reasonOf(error)}.`);
  }
}

process.stderr.on('error', () => undefined);
main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`redis-environments: ${printable(message)}\n`);
    process.exitCode = 2;
  },
);
