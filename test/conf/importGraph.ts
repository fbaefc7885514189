import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '../../..');
const SOURCES = ['server/src', 'client/src'];
/** Where programs begin; those that exist. */
const ENTRIES = ['server/src/server.ts', 'client/src/extension.ts', 'client/src/cli.ts', 'client/src/main.ts'];

/** One import: what was written, and the file of ours that it names, if it is one. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly file: string | undefined;
}

/** All source files by path from the top of the repository, with their texts. */
export const sources: ReadonlyMap<string, string> = new Map(
  SOURCES.filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
);

/** The entry files that there are. */
export const entries: readonly string[] = ENTRIES.filter((path) => sources.has(path));

/** What is imported when the programs run: imports of types only are not among it. Packages are left out. */
export async function runtimeImports(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    // Files that no program reaches are entries too, so that they are seen.
    entryPoints: [...sources.keys()],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'nowhere',
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [
      path,
      imports.filter(({ external }) => external !== true).map((each) => each.path),
    ]),
  );
}

/** Every import of every source file, those of types too. */
export const writtenImports: readonly Import[] = [...sources].flatMap(([from, text]) =>
  [
    ...text.matchAll(
      /^(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|\brequire\('([^']+)'\)/gm,
    ),
  ].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    return { from, specifier, file: fileOf(from, specifier) };
  }),
);

function fileOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = relative(ROOT, join(ROOT, dirname(from), specifier)).replace(/\.js$/, '');
  return [`${path}.ts`, `${path}/index.ts`, path].find((each) => sources.has(each) || each.endsWith('.json'));
}

/** Everything that is imported from these files, directly or not, those of types too. */
export function reachedFrom(starts: Iterable<string>): ReadonlySet<string> {
  const byFile = new Map<string, string[]>();
  for (const { from, file } of writtenImports) {
    if (file !== undefined) byFile.set(from, [...(byFile.get(from) ?? []), file]);
  }
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const file of byFile.get(from) ?? []) {
      if (reached.has(file)) continue;
      reached.add(file);
      waiting.push(file);
    }
  }
  return reached;
}

/** The rings of a graph: groups of files that import each other. */
export function ringsOf(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const rings: (readonly string[])[] = [];
  const visit = (file: string): number => {
    const at = order.size;
    order.set(file, at);
    stack.push(file);
    let low = at;
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    lowest.set(file, low);
    if (low === at) {
      const ring = stack.splice(stack.indexOf(file));
      if (ring.length > 1 || graph.get(file)?.includes(file)) rings.push(ring);
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return rings;
}
