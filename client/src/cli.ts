import { lint } from './lint/lint';
import { UsageError } from './lint/options';

const HELP = `Usage: redis-environments COMMAND [options]

  lint    judge redis.conf, sentinel.conf and ACL files as a server would

redis-environments COMMAND --help tells more.`;

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'lint': {
      const { output, exitCode } = await lint(rest);
      if (output !== '') process.stdout.write(`${output}\n`);
      return exitCode;
    }
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(`${HELP}\n`);
      return command === undefined ? 2 : 0;
    default:
      throw new UsageError(`There is no command "${command}". Try redis-environments --help.`);
  }
}

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`redis-environments: ${message}\n`);
    process.exitCode = 2;
  },
);
