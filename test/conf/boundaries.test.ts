import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { entries, type Import, reachedFrom, ringsOf, runtimeImports, sources, writtenImports } from './importGraph';

const MOST_LINES = 400;

function inside(path: string | undefined, ...folders: readonly string[]): boolean {
  return (
    path !== undefined &&
    folders.some((folder) => path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
  );
}

function shown({ from, specifier }: Import): string {
  return `${from} imports ${specifier}`;
}

/** Imports that break a law, in words. */
function breaches(isBreach: (each: Import) => boolean): readonly string[] {
  return writtenImports.filter(isBreach).map(shown);
}

const CONF = 'server/src/conf';
/** The language cores: pure, so that everything can use them. */
const CORES = [CONF, 'server/src/sentinel', 'server/src/acl'];
/** The parts of the core that everything else in it stands on. */
const GROUND = ['syntax', 'values', 'target', 'finding', 'own'].map((name) => `${CONF}/${name}.ts`);
/** Pure parts of the client. */
const CLIENT_CORES = ['client/src/inventory', 'client/src/operations', 'client/src/live'];

/** Who may import what: folders or files on the left never import those on the right. */
const DIRECTIONS: readonly { readonly from: readonly string[]; readonly never: readonly string[] }[] = [
  { from: ['server/src'], never: ['client/src'] },
  {
    from: CORES,
    never: ['server/src/server.ts', 'server/src/toLsp.ts', 'server/src/protocol.ts', 'server/src/features.ts'],
  },
  { from: [`${CONF}/catalogue`], never: [`${CONF}/rules`, `${CONF}/analyze.ts`] },
  {
    from: ['client/src/inventory'],
    never: ['hosts', 'redis', 'operations', 'live', 'ui'].map((name) => `client/src/${name}`),
  },
  { from: ['client/src/hosts'], never: ['redis', 'operations', 'live', 'ui'].map((name) => `client/src/${name}`) },
  { from: ['client/src/redis'], never: ['operations', 'live', 'ui'].map((name) => `client/src/${name}`) },
  {
    from: ['client/src/operations', 'client/src/live', 'client/src/lint', 'client/src/cli.ts'],
    never: ['client/src/ui'],
  },
];

describe('the walls between the parts', function () {
  this.timeout(60_000);

  it('are looked at in all source files', () => {
    assert.ok(sources.size > 100);
    assert.ok(entries.includes('server/src/server.ts'));
    const lost = writtenImports.filter(({ specifier, file }) => specifier.startsWith('.') && file === undefined);
    assert.deepEqual(lost.map(shown), []);
  });

  it('hold in every direction', () => {
    for (const { from, never } of DIRECTIONS) {
      assert.deepEqual(
        breaches((each) => inside(each.from, ...from) && inside(each.file, ...never)),
        [],
      );
    }
  });

  it('leave the ground of the core on its own', () => {
    assert.deepEqual(
      breaches((each) => inside(each.from, ...GROUND) && !inside(each.file, ...GROUND)),
      [],
    );
    const allowed = [...GROUND, `${CONF}/catalogue`];
    assert.deepEqual(
      breaches((each) => inside(each.from, `${CONF}/catalogue`) && !inside(each.file, ...allowed)),
      [],
    );
  });

  it('keep rules below the analysis', () => {
    const rules = [...sources.keys()].filter((path) => inside(path, `${CONF}/rules`));
    assert.ok(rules.length > 30);
    assert.ok(!reachedFrom(rules).has(`${CONF}/analyze.ts`));
  });

  it('keep the cores free of editors, protocols and the machine', () => {
    const impure = /^(?:vscode(?:-|$)|node:)/;
    assert.deepEqual(
      breaches(({ from, specifier }) => inside(from, ...CORES) && impure.test(specifier)),
      [],
    );
    assert.deepEqual(
      breaches(({ from, specifier }) => inside(from, ...CLIENT_CORES) && /^vscode(?:-|$)/.test(specifier)),
      [],
    );
    const builtins = /^(?:fs|path|os|net|child_process|crypto|process|buffer|util|url)(?:\/|$)/;
    assert.deepEqual(
      breaches(({ specifier }) => builtins.test(specifier)),
      [],
      'modules of Node are written with node:',
    );
    for (const [path, text] of sources) {
      if (!inside(path, ...CORES)) continue;
      assert.doesNotMatch(
        withoutTexts(text),
        /\b(?:Buffer\.|process\.|Date\.now|new Date\(|Math\.random|setTimeout|console\.)/,
        path,
      );
    }
  });

  it('let only the user interface see VS Code', () => {
    const mayImport = ['client/src/ui', 'client/src/extension.ts'];
    assert.deepEqual(
      breaches(({ from, specifier }) => specifier === 'vscode' && !inside(from, ...mayImport)),
      [],
    );
  });

  it('keep SSH and the database client behind one door each', () => {
    const doors: readonly (readonly [RegExp, string])[] = [
      [/^(?:node-ssh|ssh2)(?:\/|$)/, 'client/src/hosts/ssh.ts'],
      [/^ioredis(?:\/|$)/, 'client/src/redis/connection.ts'],
    ];
    for (const [name, door] of doors) {
      assert.deepEqual(
        breaches(({ from, specifier }) => name.test(specifier) && from !== door),
        [],
      );
    }
  });

  it('let nobody import what belongs to an entry file', () => {
    assert.deepEqual(
      breaches(({ from, file }) => file !== undefined && entries.includes(file) && from !== 'client/src/main.ts'),
      [],
    );
  });

  it('have no ring of files that import each other', async () => {
    const graph = await runtimeImports();
    for (const entry of entries) assert.ok(graph.has(entry), entry);
    assert.deepEqual(ringsOf(graph), []);
  });

  it('are seen when they break: a ring is found, wherever it is entered', () => {
    assert.deepEqual(
      ringsOf(
        new Map([
          ['a', ['b']],
          ['b', ['c', 'd']],
          ['c', ['b']],
          ['d', []],
          ['e', ['e']],
        ]),
      ).map((ring) => [...ring].sort()),
      [['b', 'c'], ['e']],
    );
  });
});

describe('source files', () => {
  for (const [title, pattern] of [
    ['have no "any"', /:\s*any\b|\bas any\b|<any\b|\bany\[\]|\bany>/],
    ['have no default export', /^export default\b|\bas default\b/m],
    ['suppress no check', /@ts-(?:ignore|nocheck|expect-error)/],
  ] as const) {
    it(title, () => {
      for (const [path, text] of sources) assert.doesNotMatch(withoutTexts(text), pattern, path);
    });
  }

  it('are small', () => {
    const large = [...sources]
      .map(([path, text]) => [path, text.split('\n').length] as const)
      .filter(([, lines]) => lines > MOST_LINES);
    assert.deepEqual(large, []);
  });

  it('are named for what is in them', () => {
    const vague = [...sources.keys()].filter((path) => /^(?:utils?|helpers?|common|misc)\.ts$/.test(basename(path)));
    assert.deepEqual(vague, []);
  });
});

/** Code without its comments and texts, in which every word may stand. */
function withoutTexts(text: string): string {
  return text
    .replace(/\/\*[^]*?\*\//g, (comment) => (comment.includes('@ts-') ? comment : ''))
    .replace(/^\s*\/\/.*$/gm, (comment) => (comment.includes('@ts-') ? comment : ''))
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");
}
