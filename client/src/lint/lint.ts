import { findFiles } from './files';
import { fixText } from './fix';
import { judgeText, type LintResult } from './judgeFile';
import { LINT_HELP, readLintOptions } from './options';
import { bytesOf, readLintFile } from './readFile';
import { formatResults } from './report';
import { writeLintFile } from './writeFile';

/** What a command prints and how it ends. */
export interface CommandResult {
  /** Text gets a line break at its end, bytes are printed as they are. */
  readonly output: string | Buffer;
  readonly exitCode: 0 | 1 | 2;
}

/**
 * `lint`: judges files. Exit status 1 when there are errors. Throws a UsageError when a file cannot be judged; nothing
 * is written then.
 */
export async function lint(args: readonly string[]): Promise<CommandResult> {
  if (args.includes('--help') || args.includes('-h')) return { output: LINT_HELP, exitCode: 0 };
  const options = readLintOptions(args);
  const paths = await findFiles(options.files);
  const files = [];
  for (const path of paths) files.push(await readLintFile(path, options.stdinName));
  const results: LintResult[] = [];
  for (const file of files) {
    if (!options.fix) {
      results.push(await judgeText(file, file.text, options));
      continue;
    }
    const fixed = await fixText(file, options);
    if (file.path === '-') {
      const errors = fixed.findings.some((finding) => finding.severity === 'error');
      return { output: bytesOf(file, fixed.text), exitCode: errors ? 1 : 0 };
    }
    if (fixed.text !== file.text) await writeLintFile(file, fixed.text);
    results.push(fixed);
  }
  const errors = results.some(({ findings }) => findings.some((finding) => finding.severity === 'error'));
  const shown = options.quiet
    ? results.map((result) => ({ ...result, findings: result.findings.filter((one) => one.severity === 'error') }))
    : results;
  return { output: formatResults(shown, options.format), exitCode: errors ? 1 : 0 };
}
