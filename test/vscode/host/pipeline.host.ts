import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Diagnostic, extensions, languages, Uri, window, workspace } from 'vscode';
import { assignment } from './assignment';

interface LintFinding {
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly code: string;
}

const BROKEN = `# redis-environments: target=redis@7.0
port 6379
maxmemory 1.5gb
tiemout 3
requirepass foobared
save 900
`;

/** The errors that the editor shows for a file, as soon as there are some. */
async function errorsInEditor(file: Uri): Promise<readonly Diagnostic[]> {
  const errors = (): readonly Diagnostic[] => languages.getDiagnostics(file).filter(({ severity }) => severity === 0);
  return new Promise((resolve) => {
    const look = (): void => {
      if (errors().length === 0) return;
      subscription.dispose();
      resolve(errors());
    };
    const subscription = languages.onDidChangeDiagnostics(look);
    look();
  });
}

describe('journey 8: "no bad config reaches main"', () => {
  it('says the same in the pipeline as in the editor', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
    const extension = extensions.getExtension(assignment().extension);
    assert.ok(folder && extension);
    const path = join(folder, 'broken.redis.conf');
    await writeFile(path, BROKEN);
    await window.showTextDocument(await workspace.openTextDocument(path));
    const shown = (await errorsInEditor(Uri.file(path))).map(({ range, code }) => ({
      line: range.start.line + 1,
      column: range.start.character + 1,
      code: typeof code === 'object' ? code.value : code,
    }));
    const cli = join(extension.extensionPath, 'dist/cli.js');
    const run = promisify(execFile)(process.execPath, [cli, 'lint', '--format', 'json', path], { cwd: dirname(path) });
    // Errors end the command with 1; its output is what counts here.
    const { stdout } = await run.catch((error: { stdout: string }) => error);
    const printed = (JSON.parse(stdout) as LintFinding[])
      .filter(({ severity }) => severity === 'error')
      .map(({ line, column, code }) => ({ line, column, code }));
    assert.ok(printed.length >= 3);
    assert.deepEqual(shown, printed);
  });
});
