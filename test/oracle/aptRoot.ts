import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DebianMirror } from './aptSources.js';

const run = promisify(execFile);

/**
 * A private apt of one suite. Its status file is empty, so apt resolves a package together with the libc and every
 * library of that suite; nothing of this machine's own package state is read or changed.
 */
export class AptRoot {
  private constructor(
    private readonly folder: string,
    private readonly suite: string,
    private readonly options: readonly string[],
  ) {}

  /** Prepares the private apt in an empty folder and fetches the suites' package lists. */
  static async open(folder: string, mirror: DebianMirror, suite: string, also: readonly string[]): Promise<AptRoot> {
    const architecture = (await run('dpkg', ['--print-architecture'])).stdout.trim();
    mkdirSync(join(folder, 'lists/partial'), { recursive: true });
    writeFileSync(join(folder, 'status'), '');
    const lines = [suite, ...also].map((name) => `deb [signed-by=${mirror.keyring}] ${mirror.uri} ${name} main\n`);
    writeFileSync(join(folder, 'sources.list'), lines.join(''));
    const settings = [
      `Dir::State=${folder}`,
      `Dir::State::Lists=${join(folder, 'lists')}`,
      `Dir::State::status=${join(folder, 'status')}`,
      `Dir::Cache=${folder}`,
      `Dir::Etc::sourcelist=${join(folder, 'sources.list')}`,
      'Dir::Etc::sourceparts=/dev/null',
      'Dir::Etc::preferences=/dev/null',
      'Dir::Etc::preferencesparts=/dev/null',
      `APT::Architecture=${architecture}`,
      `APT::Architectures=${architecture}`,
      'APT::Sandbox::User=root',
      'Acquire::Languages=none',
      'Acquire::Retries=2',
      'Acquire::http::Timeout=30',
      'Acquire::https::Timeout=30',
      'APT::Update::Error-Mode=any',
    ];
    const root = new AptRoot(
      folder,
      suite,
      settings.flatMap((setting) => ['-o', setting]),
    );
    await root.apt(['update']);
    return root;
  }

  /** Downloads a package with all its dependencies, and others without theirs, and unpacks the lot into one tree. */
  async unpack(complete: string, alone: readonly string[], target: string): Promise<void> {
    const archives = join(this.folder, `archives-${complete}`);
    mkdirSync(join(archives, 'partial'), { recursive: true });
    mkdirSync(target, { recursive: true });
    const into = ['-o', `Dir::Cache::Archives=${archives}`];
    const wanted = (name: string): string => `${name}/${this.suite}`;
    await this.apt([...into, 'install', '-y', '--no-install-recommends', '--download-only', wanted(complete)]);
    await this.apt(['download', ...alone.map(wanted)], archives);
    for (const name of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
      await run('dpkg', ['-x', join(archives, name), target]);
    }
  }

  private async apt(args: readonly string[], cwd = this.folder): Promise<void> {
    const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
    try {
      await run('apt-get', [...this.options, '-q', ...args], { cwd, env, maxBuffer: 1 << 26, timeout: 300_000 });
    } catch (error) {
      throw new Error(aptReason(error), { cause: error });
    }
  }
}

/** The first line with which apt says what was wrong. */
function aptReason(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const line = stderr.split('\n').find((text) => /^(E|Err|W):/.test(text));
  return line ?? (error instanceof Error ? error.message : String(error));
}
