import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

interface Language {
  readonly id: string;
  readonly filenames?: readonly string[];
  readonly filenamePatterns?: readonly string[];
  readonly extensions?: readonly string[];
  readonly firstLine?: string;
  readonly configuration?: string;
  readonly icon?: { readonly light: string; readonly dark: string };
}

interface Contributes {
  readonly languages?: readonly Language[];
  readonly grammars?: readonly { readonly language: string; readonly path: string }[];
  readonly snippets?: readonly { readonly language: string; readonly path: string }[];
  readonly walkthroughs?: readonly {
    readonly steps: readonly { readonly media: { readonly svg: string; readonly altText: string } }[];
  }[];
}

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** What VS Code brings along, and what others are often installed beside us, registered before us. */
const OTHERS: readonly Language[] = [
  { id: 'properties', extensions: ['.conf', '.properties', '.cfg'] },
  { id: 'markdown', extensions: ['.md'] },
  { id: 'nginx', filenames: ['nginx.conf'] },
  { id: 'jinja', extensions: ['.j2', '.jinja2'] },
  { id: 'erb', extensions: ['.erb'] },
];

const contributes: Contributes = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { contributes: Contributes }
).contributes;
const OURS = contributes.languages ?? [];

/** The cases: path, expected language, and the first line where it matters. */
const CASES: readonly (readonly [path: string, language: string, firstLine?: string])[] = [
  ['/home/me/redis.conf', 'redis-conf'],
  ['/home/me/Redis.conf', 'redis-conf'],
  ['/etc/redis/redis.conf', 'redis-conf'],
  ['/etc/redis.conf', 'redis-conf'],
  ['/opt/homebrew/etc/redis.conf', 'redis-conf'],
  ['/usr/local/etc/redis/redis.conf', 'redis-conf'],
  ['/srv/redis-6379.conf', 'redis-conf'],
  ['/srv/redis_7000.conf', 'redis-conf'],
  ['/srv/redis.windows-service.conf', 'redis-conf'],
  ['/srv/redis-stack.conf', 'redis-conf'],
  ['/srv/shop-redis.conf', 'redis-conf'],
  ['/srv/shop.redis.conf', 'redis-conf'],
  ['C:\\Program Files\\Redis\\redis.windows.conf', 'redis-conf'],
  ['/etc/redis/6379.conf', 'redis-conf'],
  ['/etc/redis/common.conf', 'redis-conf'],
  ['/etc/redis/conf.d/limits.conf', 'redis-conf'],
  ['/etc/redis/cluster/7000/redis_7000.conf', 'redis-conf'],
  ['/etc/redis/cluster/7000/server.conf', 'redis-conf'],
  ['/etc/redis.conf.d/memory.conf', 'redis-conf'],
  ['/etc/redis.d/memory.conf', 'redis-conf'],
  ['/srv/app/redis/master.conf', 'redis-conf'],
  ['/srv/app/redis/nodes/7001.conf', 'redis-conf'],
  ['/etc/valkey/valkey.conf', 'redis-conf'],
  ['/etc/valkey/6380.conf', 'redis-conf'],
  ['/srv/valkey-cluster.conf', 'redis-conf'],
  ['/etc/redis/6379', 'redis-conf', '# Redis configuration file example.'],
  ['/etc/valkey/6379', 'redis-conf', '# Valkey configuration file example.'],
  ['/srv/roles/redis/templates/redis.conf.j2', 'redis-conf'],
  ['/srv/modules/redis/templates/redis.conf.erb', 'redis-conf'],
  ['/srv/redis.conf.tpl', 'redis-conf'],
  ['/srv/redis.conf.tmpl', 'redis-conf'],
  ['/srv/valkey.conf.j2', 'redis-conf'],
  ['/srv/redis-replica.conf.j2', 'redis-conf'],
  ['/srv/redis.conf.bak', 'redis-conf'],
  ['/srv/redis.conf.example', 'redis-conf'],
  ['/etc/redis/redis.conf.dpkg-dist', 'redis-conf'],
  ['/etc/redis/redis.conf.2024-11-05', 'redis-conf'],

  ['/etc/redis/sentinel.conf', 'redis-sentinel-conf'],
  ['/etc/redis-sentinel.conf', 'redis-sentinel-conf'],
  ['/etc/redis/redis-sentinel.conf', 'redis-sentinel-conf'],
  ['/etc/redis/redis-sentinel-2.conf', 'redis-sentinel-conf'],
  ['/etc/redis/sentinel-26379.conf', 'redis-sentinel-conf'],
  ['/etc/redis/sentinel/26379-sentinel.conf', 'redis-sentinel-conf'],
  ['/etc/valkey/sentinel.conf', 'redis-sentinel-conf'],
  ['/etc/valkey/valkey-sentinel.conf', 'redis-sentinel-conf'],
  ['/srv/sentinel-26379.conf', 'redis-sentinel-conf'],
  ['/srv/sentinel_1.conf', 'redis-sentinel-conf'],
  ['/srv/sentinel1.conf', 'redis-sentinel-conf'],
  ['/srv/shop-sentinel.conf', 'redis-sentinel-conf'],
  ['/etc/redis-sentinel/mymaster.conf', 'redis-sentinel-conf'],
  ['/etc/redis/sentinel.conf.bak', 'redis-sentinel-conf'],
  ['/srv/roles/redis/templates/sentinel.conf.j2', 'redis-sentinel-conf'],
  ['/srv/roles/redis/templates/redis-sentinel.conf.j2', 'redis-sentinel-conf'],
  ['/etc/redis/26379', 'redis-sentinel-conf', '# Example sentinel.conf'],

  ['/etc/redis/users.acl', 'redis-acl'],
  ['/srv/users.acl', 'redis-acl'],
  ['/srv/shop.redis.acl', 'redis-acl'],
  ['/etc/valkey/shop.acl', 'redis-acl'],
  ['/srv/users.acl.j2', 'redis-acl'],
  ['/etc/redis/users.acl.bak', 'redis-acl'],
  ['/srv/redis-users', 'redis-acl', 'user default off'],

  ['/var/lib/redis/nodes.conf', 'redis-cluster-nodes'],
  ['/etc/redis/cluster/7000/nodes_7000.conf', 'redis-cluster-nodes'],
  ['/etc/redis/cluster/7000/nodes.conf', 'redis-cluster-nodes'],
  ['/var/lib/valkey/7001/nodes.conf', 'redis-cluster-nodes'],
  ['/srv/cluster-test/7003/nodes.conf', 'redis-cluster-nodes'],
  ['/data/nodes-6379.conf', 'redis-cluster-nodes'],

  // Not ours
  ['/etc/other.conf', 'properties'],
  ['/etc/other.conf', 'properties', '# Redis configuration file example.'],
  ['/etc/nginx/nginx.conf', 'nginx'],
  ['/etc/nginx/conf.d/cache.conf', 'properties'],
  ['/etc/slurm/nodes.conf', 'properties'],
  ['/etc/sentinelone.conf', 'properties'],
  ['/etc/sysctl.d/99-redis.conf', 'properties'],
  ['/usr/lib/tmpfiles.d/redis-server.conf', 'properties'],
  ['/srv/roles/redis/files/sysctl.conf', 'properties'],
  ['/srv/redis/haproxy.conf', 'properties'],
  ['/srv/redis/nginx.conf', 'nginx'],
  ['/srv/redis/nuxeo.conf', 'properties'],
  ['/etc/redis_exporter.conf', 'properties'],
  ['/srv/roles/redis/files/application.conf', 'properties'],
  ['/srv/redistribute/app.conf', 'properties'],
  ['/srv/redis.conf.md', 'markdown'],
  ['/srv/squid.acl', 'plaintext'],
  ['/srv/notes.j2', 'jinja'],
  ['/srv/6379', 'plaintext', 'anything'],
];

describe('recognition of files', () => {
  it('the manifest contributes our languages', () => {
    const ids = OURS.map((language) => language.id);
    for (const id of ['redis-conf', 'redis-sentinel-conf', 'redis-acl', 'redis-cluster-nodes']) {
      assert.ok(ids.includes(id), `${id} is missing in the languages of package.json`);
    }
  });

  for (const [path, language, firstLine] of CASES) {
    it(`${path}${firstLine === undefined ? '' : ` "${firstLine}"`} is ${language}`, () => {
      assert.equal(languageOf(path, firstLine ?? ''), language);
    });
  }

  it('our languages are edited by us, and the file of the server is not', () => {
    for (const language of OURS) {
      const edited = ['redis-conf', 'redis-sentinel-conf', 'redis-acl'].includes(language.id);
      assert.equal(language.configuration !== undefined, edited, language.id);
    }
  });

  it('first lines are valid expressions', () => {
    for (const language of OURS) if (language.firstLine !== undefined) new RegExp(language.firstLine);
  });

  it('every file that the manifest names for languages exists', () => {
    const named = [
      ...OURS.flatMap((language) => [language.configuration, language.icon?.light, language.icon?.dark]),
      ...(contributes.grammars ?? []).map((grammar) => grammar.path),
      ...(contributes.snippets ?? []).map((snippets) => snippets.path),
      ...(contributes.walkthroughs ?? []).flatMap((walkthrough) => walkthrough.steps.map((step) => step.media.svg)),
    ];
    for (const file of named) if (file !== undefined) assert.ok(existsSync(join(ROOT, file)), file);
  });

  it('snippets have prefixes of their own, descriptions, and passwords that nobody takes for one', () => {
    assert.equal(contributes.snippets?.length, 3);
    for (const { language, path } of contributes.snippets ?? []) {
      const snippets = Object.entries(
        JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Readonly<Record<string, Snippet>>,
      );
      const prefixes = snippets.flatMap(([, snippet]) => snippet.prefix);
      assert.equal(new Set(prefixes).size, prefixes.length, language);
      for (const [name, snippet] of snippets) {
        assert.match(snippet.description, /\S.*\.$/, name);
        for (const line of snippet.body) {
          const secret = /^(?:requirepass|masterauth|sentinel (?:auth-pass \S+|sentinel-pass)) (.+)$/.exec(line)?.[1];
          const password = secret ?? / >(\S+)/.exec(line)?.[1];
          if (password === undefined || line.startsWith('#')) continue;
          assert.match(password, /^(?:\$\{\d+:REPLACE-WITH-A-LONG-RANDOM-PASSWORD\}|\$\d+)$/, `${name}: ${line}`);
        }
      }
    }
  });
});

/**
 * The language VS Code gives a file: an exact name, else the longest pattern, else the longest extension, else the
 * first line. Among equals the one registered last wins. All is compared in lower case; a pattern with a slash is held
 * against the whole path.
 */
function languageOf(path: string, firstLine: string): string {
  const whole = path.toLowerCase().replaceAll('\\', '/');
  const base = whole.slice(whole.lastIndexOf('/') + 1);
  let named: string | undefined;
  let pattern: { readonly id: string; readonly length: number } | undefined;
  let extension: { readonly id: string; readonly length: number } | undefined;
  for (const language of [...OTHERS, ...OURS]) {
    if (language.filenames?.some((name) => name.toLowerCase() === base)) named = language.id;
    for (const each of language.filenamePatterns ?? []) {
      if (each.length < (pattern?.length ?? 0)) continue;
      if (globToRegExp(each.toLowerCase()).test(each.includes('/') ? whole : base)) {
        pattern = { id: language.id, length: each.length };
      }
    }
    for (const each of language.extensions ?? []) {
      if (each.length >= (extension?.length ?? 0) && base.endsWith(each)) {
        extension = { id: language.id, length: each.length };
      }
    }
  }
  const byPath = named ?? pattern?.id ?? extension?.id;
  if (byPath !== undefined) return byPath;
  const byLine = [...OTHERS, ...OURS].findLast(
    (language) => language.firstLine !== undefined && new RegExp(language.firstLine).test(firstLine),
  );
  return byLine?.id ?? 'plaintext';
}

/** Globs as VS Code reads them: `*` and `?` within a segment, a segment of two stars for any depth, {a,b}, [a-z]. */
function globToRegExp(glob: string): RegExp {
  const segments = splitAtSlashes(glob);
  let source = '^';
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    if (segment === '**') source += last ? '.*' : '(?:.*/)?';
    else source += segmentSource(segment) + (last ? '' : '/');
  });
  return new RegExp(`${source}$`);
}

function splitAtSlashes(glob: string): readonly string[] {
  const segments: string[] = [];
  let depth = 0;
  let segment = '';
  for (const char of glob) {
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (char === '/' && depth === 0) {
      segments.push(segment);
      segment = '';
    } else segment += char;
  }
  return [...segments, segment];
}

function segmentSource(segment: string): string {
  let source = '';
  for (let at = 0; at < segment.length; at++) {
    const char = segment.charAt(at);
    const closing = char === '{' ? segment.indexOf('}', at) : char === '[' ? segment.indexOf(']', at) : -1;
    if (char === '{' && closing > 0) {
      source += `(?:${segment
        .slice(at + 1, closing)
        .split(',')
        .map(segmentSource)
        .join('|')})`;
      at = closing;
    } else if (char === '[' && closing > 0) {
      source += `[${segment.slice(at + 1, closing).replace(/^[!^]/, '^')}]`;
      at = closing;
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else source += char.replace(/[.+^$()|[\]{}\\]/, '\\$&');
  }
  return source;
}
