import { assignment } from './assignment';

/** Runs the assigned suites inside the extension host; VS Code calls this and takes a rejection as a failed run. */
export async function run(): Promise<void> {
  const { suites, report, only } = assignment();
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'json', reporterOptions: { output: report } });
  if (only !== undefined) mocha.fgrep(only);
  for (const suite of suites) mocha.addFile(suite);
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} tests failed inside the extension host`);
}
