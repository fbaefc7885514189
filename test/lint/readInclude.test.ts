import assert from 'node:assert/strict';
import { type IncludeFileSystem, LARGEST_INCLUDE, readInclude } from '../../client/src/includes/readInclude';

type Node = { readonly text: string; readonly size?: number } | { readonly link: string } | 'directory' | 'fifo';

/** A file system in memory that notes what is read. */
function fileSystem(nodes: Readonly<Record<string, Node>>): IncludeFileSystem & { readonly opened: string[] } {
  const opened: string[] = [];
  const real = (path: string): string => {
    const node = nodes[path];
    return typeof node === 'object' && 'link' in node ? real(node.link) : path;
  };
  return {
    opened,
    realPath: async (path) => {
      const target = real(path);
      if (nodes[target] === undefined) throw new Error(`ENOENT ${path}`);
      return target;
    },
    stat: async (path) => {
      const node = nodes[real(path)];
      if (node === undefined) return undefined;
      if (node === 'directory') return { kind: 'directory', size: 0 };
      if (node === 'fifo') return { kind: 'other', size: 0 };
      return 'text' in node ? { kind: 'file', size: node.size ?? node.text.length } : undefined;
    },
    list: async (path) =>
      Object.keys(nodes)
        .filter((each) => each.startsWith(`${path}/`) && !each.slice(path.length + 1).includes('/'))
        .map((each) => each.slice(path.length + 1)),
    read: async (path) => {
      opened.push(path);
      const node = nodes[real(path)];
      return typeof node === 'object' && 'text' in node ? node.text : '';
    },
    uri: (path) => `file://${path}`,
  };
}

const nodes: Readonly<Record<string, Node>> = {
  '/ws': 'directory',
  '/ws/redis': 'directory',
  '/ws/redis/a.conf': { text: 'timeout 1' },
  '/ws/redis/b.conf': { text: 'timeout 2' },
  '/ws/redis/.hidden.conf': { text: 'timeout 3' },
  '/ws/redis/big.conf': { text: '', size: LARGEST_INCLUDE + 1 },
  '/ws/redis/pipe': 'fifo',
  '/ws/redis/out.conf': { link: '/etc/shadow' },
  '/ws/common.conf': { text: 'timeout 4' },
  '/etc/shadow': { text: 'root:secret' },
  '/wsx': 'directory',
  '/wsx/near.conf': { text: 'near' },
};

async function include(
  argument: string,
  root = '/ws',
): Promise<{ texts?: string[]; problem?: string; opened: string[] }> {
  const files = fileSystem(nodes);
  const { files: found, problem } = await readInclude(files, '/ws/redis', argument, root);
  return {
    ...(found ? { texts: found.map(({ text }) => text) } : {}),
    ...(problem === undefined ? {} : { problem }),
    opened: files.opened,
  };
}

describe('following of includes', () => {
  it('reads files beside and below, and in the folder above as long as it is the root', async () => {
    assert.deepEqual((await include('a.conf')).texts, ['timeout 1']);
    assert.deepEqual((await include('./../common.conf')).texts, ['timeout 4']);
    assert.deepEqual((await include('/ws/redis/b.conf')).texts, ['timeout 2']);
  });

  it('reads patterns in the order of names, without hidden files', async () => {
    assert.deepEqual((await include('[ab].con?')).texts, ['timeout 1', 'timeout 2']);
    assert.deepEqual((await include('none-*.conf')).texts, []);
  });

  it('opens nothing outside the root, neither by path nor by link, pattern or a root of a similar name', async () => {
    for (const [argument, root] of [
      ['../../etc/shadow', '/ws'],
      ['/etc/shadow', '/ws'],
      ['out.conf', '/ws'],
      ['../common.conf', '/ws/redis'],
      ['../../wsx/near.conf', '/ws'],
      ['../../etc/*', '/ws'],
      ['o*.conf', '/ws'],
    ] as const) {
      const { texts, opened } = await include(argument, root);
      assert.deepEqual(texts ?? [], [], argument);
      assert.deepEqual(opened, [], argument);
    }
  });

  it('opens nothing that is no regular file of a sensible size, and nothing over the network', async () => {
    for (const argument of [
      'pipe',
      'big.conf',
      '\\\\evil\\share\\x.conf',
      '//evil/x.conf',
      'http://evil/x.conf',
      'a\0.conf',
      '',
    ]) {
      const { problem, opened } = await include(argument);
      assert.ok(problem, JSON.stringify(argument));
      assert.deepEqual(opened, [], JSON.stringify(argument));
    }
  });

  it('takes a directory for an empty file, as the servers do', async () => {
    assert.deepEqual((await include('.')).texts, []);
  });
});
