import assert from 'node:assert/strict';
import {
  type Catalogue,
  catalogueOf,
  directiveEntries,
  factsAt,
  findAnywhere,
  knownVersions,
} from '../../server/src/conf/catalogue/catalogue';
import { describeAvailability } from '../../server/src/conf/catalogue/availability';
import { chapters, docOf } from '../../server/src/conf/catalogue/docs';
import { compareVersions, type Product, parseTarget, type Target } from '../../server/src/conf/target';

const PRODUCTS: readonly Product[] = ['redis', 'valkey'];

const targets: readonly Target[] = PRODUCTS.flatMap((product) =>
  knownVersions[product].map((version) => ({ product, version })),
);

function catalogue(name: string): Catalogue {
  const target = parseTarget(name, knownVersions[name.startsWith('valkey') ? 'valkey' : 'redis']);
  assert.ok(target, name);
  return catalogueOf(target);
}

describe('the catalogue', () => {
  it('knows versions in ascending order, each once', () => {
    for (const product of PRODUCTS) {
      const versions = knownVersions[product];
      assert.ok(versions.length > 0);
      for (const [index, version] of versions.entries()) {
        assert.match(version, /^\d+\.\d+\.\d+$/);
        if (index > 0) assert.ok(compareVersions(versions[index - 1] ?? '', version) < 0, version);
      }
    }
  });

  it('resolves every version, every line of versions and versions that were not looked at', () => {
    for (const { product, version } of targets) {
      const { directives, find } = catalogueOf({ product, version });
      assert.ok(directives.length > 100, `${product}@${version}`);
      assert.equal(find('port')?.key, 'port');
    }
    for (const name of ['redis@5.0', 'redis@6.2', 'redis@7.0', 'redis@8.0', 'redis@8.6', 'valkey@7.2', 'valkey@9.1']) {
      assert.ok(catalogue(name).find('maxmemory'), name);
    }
    for (const name of [
      'redis@3.2',
      'redis@7.4.99',
      'redis@8.4',
      'redis@99.0',
      'valkey@7.0',
      'valkey@8.1.9',
      'valkey@10.0',
    ]) {
      assert.ok(catalogue(name).find('maxmemory'), name);
    }
  });

  it('has each spelling once in a target, and finds it in any case', () => {
    for (const target of targets) {
      const { directives, find, byKey } = catalogueOf(target);
      const seen = new Map<string, string>();
      for (const directive of directives) {
        const { key, spellings, facts } = directive;
        assert.ok(spellings.includes(facts.name), `${key}: its own name ${facts.name} is a spelling`);
        assert.equal(byKey(key), directive);
        for (const name of spellings) {
          assert.equal(seen.get(name), undefined, `${name} of ${target.product}@${target.version}`);
          seen.set(name, key);
          assert.equal(find(name), directive);
          assert.equal(find(name.toUpperCase()), directive);
        }
      }
    }
  });

  it('does not take other letters for ASCII ones', () => {
    assert.equal(catalogue('redis@7.0').find('tcp-\u212aeepalive'), undefined);
    assert.equal(findAnywhere('tcp-\u212aeepalive'), undefined);
  });

  it('keeps the histories of a directive in order and apart', () => {
    for (const entry of directiveEntries) {
      for (const product of PRODUCTS) {
        let last: string | undefined;
        for (const { from, to } of entry[product] ?? []) {
          assert.ok(compareVersions(from, to) <= 0, entry.name);
          if (last !== undefined) assert.ok(compareVersions(last, from) < 0, `${entry.name} at ${from}`);
          last = to;
        }
      }
    }
  });

  it('has defaults that lie within their bounds and words', () => {
    for (const entry of directiveEntries) {
      for (const facts of [...(entry.redis ?? []), ...(entry.valkey ?? [])]) {
        const { default: preset, min, max, type, values } = facts;
        const place = `${entry.name} from ${facts.from}`;
        if (type === 'enum') {
          assert.ok(values && values.length > 1, place);
          if (typeof preset === 'string') for (const word of preset.split(' ')) assert.ok(values.includes(word), place);
        }
        if (type !== 'int' && type !== 'memory') continue;
        if (min !== undefined && max !== undefined) assert.ok(BigInt(min) <= BigInt(max), place);
        if (preset === undefined || typeof preset === 'boolean') continue;
        if (min !== undefined) assert.ok(BigInt(preset) >= BigInt(min), place);
        if (max !== undefined) assert.ok(BigInt(preset) <= BigInt(max), place);
      }
    }
  });

  it('knows the names of each time', () => {
    assert.deepEqual(catalogue('redis@5.0').find('slaveof')?.key, 'replicaof');
    assert.equal(catalogue('redis@5.0').find('tls-port'), undefined);
    assert.equal(catalogue('redis@6.2').find('busy-reply-threshold'), undefined);
    assert.equal(catalogue('redis@6.2').byKey('busy-reply-threshold')?.facts.name, 'lua-time-limit');
    assert.equal(catalogue('redis@7.0').find('gopher-enabled'), undefined);
    assert.ok(catalogue('valkey@8.0').find('primaryauth'));
    assert.equal(catalogue('redis@8.0').find('primaryauth'), undefined);
    assert.equal(catalogue('valkey@9.1').find('primaryof'), undefined);
  });

  it('is uncertain only between versions that differ', () => {
    const between = catalogue('redis@7.4.5');
    assert.ok(between.uncertain('replica-full-sync-buffer-limit'));
    assert.ok(!between.uncertain('port'));
    assert.ok(!between.uncertain('no-such-directive'));
    for (const target of targets.slice(-3)) {
      for (const { name } of directiveEntries) assert.ok(!catalogueOf(target).uncertain(name));
    }
  });

  it('says in words where a name is known', () => {
    const availability = (name: string): string => {
      const entry = findAnywhere(name);
      assert.ok(entry, name);
      return describeAvailability(name, entry);
    };
    assert.match(availability('tls-port'), /^Redis since 6\.0\.0 and Valkey/);
    assert.match(availability('primaryauth'), /^Valkey since 8\.0\.0$/);
    assert.match(availability('gopher-enabled'), /up to 6\.2\.16$/);
  });
});

describe('the prose of directives', () => {
  const documented = chapters.flatMap(({ directives }) => Object.entries(directives));

  it('covers every directive of every target', () => {
    const missing = new Set<string>();
    for (const target of targets) {
      for (const { key } of catalogueOf(target).directives) if (!docOf(key)) missing.add(key);
    }
    assert.deepEqual([...missing], []);
  });

  it('speaks of each directive once, and of no unknown one', () => {
    const keys = documented.map(([key]) => key);
    assert.equal(new Set(keys).size, keys.length);
    const names = new Set(directiveEntries.map(({ name }) => name));
    assert.deepEqual(
      keys.filter((key) => !names.has(key)),
      [],
    );
    assert.equal(docOf('no-such-directive'), undefined);
    assert.equal(docOf('slaveof'), undefined, 'only canonical names');
  });

  it('explains every word of an enum, and no other', () => {
    for (const entry of directiveEntries) {
      const histories = PRODUCTS.flatMap((product) =>
        knownVersions[product].flatMap((version) => factsAt(entry, product, version) ?? []),
      );
      const words = new Set(
        histories
          .filter(({ type }) => type === 'enum')
          .flatMap(({ values }) => (values ?? []).map((word) => word.toLowerCase())),
      );
      if (words.size === 0) continue;
      const values = docOf(entry.name)?.values ?? {};
      assert.deepEqual(
        [...words].filter((word) => !values[word]),
        [],
        `${entry.name}: words without a sentence`,
      );
      assert.deepEqual(
        Object.keys(values).filter((word) => !words.has(word)),
        [],
        `${entry.name}: words that no target takes`,
      );
    }
  });

  it('is plain text with a link to an official page', () => {
    for (const [key, { usage, does, change, risk, link, values, args }] of documented) {
      const url = new URL(link);
      assert.equal(url.protocol, 'https:', key);
      assert.match(
        url.hostname,
        /^(?:redis\.io|valkey\.io|[a-z.]+\.redis\.io|github\.com|www\.kernel\.org|docs\.kernel\.org|man7\.org|www\.openssl\.org|docs\.openssl\.org)$/,
        key,
      );
      assert.ok(usage.trim() === usage && usage !== '', key);
      for (const text of [does, change, risk, ...Object.values(values ?? {}), ...(args ?? [])]) {
        const outsideCode = text
          .split('`')
          .filter((_, index) => index % 2 === 0)
          .join('');
        assert.equal(text.split('`').length % 2, 1, `${key}: code spans are closed: ${text}`);
        assert.match(text, /^\S[^]*\.`?$/, `${key}: ${text}`);
        assert.doesNotMatch(outsideCode, /[\n\t<>]|https?:|\bmasters?\b|\bslaves?\b/i, `${key}: ${text}`);
      }
    }
  });
});
