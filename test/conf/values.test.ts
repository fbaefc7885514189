import assert from 'node:assert/strict';
import { isIPv4 as nodeIsIPv4, isIPv6 as nodeIsIPv6 } from 'node:net';
import fc from 'fast-check';
import { collide, readAddress } from '../../server/src/conf/bindAddress';
import { catalogueOf } from '../../server/src/conf/catalogue/catalogue';
import { readNumber } from '../../server/src/conf/numbers';
import { meantSize } from '../../server/src/conf/sizes';
import { eraOf, parseTarget } from '../../server/src/conf/target';
import {
  asciiLower,
  atoi,
  booleanMeaning,
  byteLength,
  groupDigits,
  humanBytes,
  isIPv4,
  isIPv6,
  memoryMeaning,
  readBoolean,
  readFloat,
  readInteger,
  readMemorySigned,
  readMemoryUnsigned,
  readOctal,
  readPercent,
  sameWord,
  strtoll,
} from '../../server/src/conf/values';

const TWO_64 = 2n ** 64n;
const LARGEST = 2n ** 63n - 1n;
const SMALLEST = -(2n ** 63n);

/** Texts that look like numbers, and some that do not. */
const numeral = fc.oneof(
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String),
  fc.integer({ min: -20, max: 20 }).map(String),
  fc.constantFrom(String(LARGEST), String(LARGEST + 1n), String(SMALLEST), String(SMALLEST - 1n), String(TWO_64)),
  fc.string({
    unit: fc.constantFrom('-', '+', '0', '1', '7', '8', '9', ' ', 'k', 'b', '.', 'x', '%', '\t'),
    maxLength: 8,
  }),
);

/** C's strtoll, written as C would: one digit at a time. */
function modelStrtoll(text: string, base: bigint): { value: bigint; rest: number } {
  let at = 0;
  while (' \t\n\v\f\r'.includes(text[at] ?? 'x')) at++;
  const negative = text[at] === '-';
  if (negative || text[at] === '+') at++;
  let value = 0n;
  const first = at;
  for (; at < text.length; at++) {
    const digit = BigInt('0123456789'.indexOf(text[at] ?? ''));
    if (digit < 0n || digit >= base) break;
    value = value * base + digit;
  }
  if (at === first) return { value: 0n, rest: 0 };
  const signed = negative ? -value : value;
  return { value: signed > LARGEST ? LARGEST : signed < SMALLEST ? SMALLEST : signed, rest: at };
}

/** The suffix table of the servers, looked for from the end of the text. */
function modelMemory(text: string): { digits: string; factor: bigint } | undefined {
  const lower = text.toLowerCase();
  const suffixes: readonly (readonly [string, bigint])[] = [
    ['kb', 1024n],
    ['mb', 1024n * 1024n],
    ['gb', 1024n * 1024n * 1024n],
    ['k', 1000n],
    ['m', 1000n * 1000n],
    ['g', 1000n * 1000n * 1000n],
    ['b', 1n],
    ['', 1n],
  ];
  const [suffix, factor] = suffixes.find(([end]) => lower.endsWith(end)) ?? ['', 1n];
  const digits = text.slice(0, text.length - suffix.length);
  return [...digits].every((char, index) => (char >= '0' && char <= '9') || (index === 0 && char === '-'))
    ? { digits, factor }
    : undefined;
}

function wrapped(value: bigint): bigint {
  const rest = ((value % TWO_64) + TWO_64) % TWO_64;
  return rest > LARGEST ? rest - TWO_64 : rest;
}

describe('switches', () => {
  it('are yes or no in any case', () => {
    for (const text of ['yes', 'YES', 'Yes']) assert.equal(readBoolean(text), true);
    for (const text of ['no', 'NO', 'nO']) assert.equal(readBoolean(text), false);
    for (const text of ['', 'y', 'true', '1', ' yes', 'yes ', 'on', 'yes,']) assert.equal(readBoolean(text), undefined);
  });

  it('are understood as people write them', () => {
    for (const text of ['true', 'ON', '1', 'enabled', 'y', '=yes', 'yes;'])
      assert.equal(booleanMeaning(text), true, text);
    for (const text of ['false', 'off', '0', 'disabled', 'n', '=no', 'no,'])
      assert.equal(booleanMeaning(text), false, text);
    for (const text of ['', 'maybe', '2', 'constructor', 'toString'])
      assert.equal(booleanMeaning(text), undefined, text);
  });
});

describe('words', () => {
  it('are compared by ASCII letters without case, all else byte by byte', () => {
    assert.ok(sameWord('AllKeys-LRU', 'allkeys-lru'));
    assert.ok(!sameWord('all\u212aeys-lru', 'allkeys-lru'), 'the sign of Kelvin is no k');
    assert.ok(!sameWord('a', 'ab'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const model = [...Buffer.from(text)].map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
        assert.deepEqual([...Buffer.from(asciiLower(text))], model);
      }),
    );
  });
});

describe('whole numbers', () => {
  it('are canonical and fit 64 bits', () => {
    for (const text of ['+5', '010', '-0', ' 5', '5 ', '1.5', '0x10', '5%', '', '-', '1e3']) {
      assert.equal(readInteger(text), undefined, text);
    }
    fc.assert(
      fc.property(numeral, (text) => {
        const read = readInteger(text);
        const model = /^-?\d+$/.test(text) && BigInt(text).toString() === text ? BigInt(text) : undefined;
        const fits = model !== undefined && model <= LARGEST && model >= SMALLEST;
        assert.equal(read, fits ? model : undefined);
      }),
    );
  });

  it('are read by strtoll as C does', () => {
    fc.assert(
      fc.property(numeral, fc.constantFrom<8 | 10>(8, 10), (text, base) => {
        const { value, rest } = strtoll(text, base);
        assert.deepEqual({ value, rest }, modelStrtoll(text, BigInt(base)));
      }),
    );
  });

  it('are cut to 32 bits by atoi', () => {
    assert.equal(atoi('12abc'), 12);
    assert.equal(atoi(''), 0);
    assert.equal(atoi('abc'), 0);
    assert.equal(atoi('99999999999'), 1215752191);
    assert.equal(atoi('2147483648'), -2147483648);
    assert.equal(atoi('9223372036854775808'), -1);
    fc.assert(
      fc.property(numeral, (text) => {
        const view = new DataView(new ArrayBuffer(8));
        view.setBigInt64(0, modelStrtoll(text, 10n).value);
        assert.equal(atoi(text), view.getInt32(4));
      }),
    );
  });

  it('are octal for permissions', () => {
    assert.equal(readOctal('0770'), 0o770n);
    assert.equal(readOctal(''), 0n);
    for (const text of ['888', '7x', '0x7', '7 ', '99999999999999999999999'])
      assert.equal(readOctal(text), undefined, text);
    fc.assert(fc.property(fc.integer({ min: 0, max: 0o777 }), (mode) => readOctal(mode.toString(8)) === BigInt(mode)));
  });

  it('are percentages with a percent sign', () => {
    assert.equal(readPercent('50%'), 50n);
    assert.equal(readPercent('101%'), 101n);
    for (const text of ['%', '050%', '-1%', '1.5%', '50', '5%%', ' 5%'])
      assert.equal(readPercent(text), undefined, text);
  });
});

describe('memory', () => {
  const size = fc.oneof(
    numeral,
    fc
      .tuple(
        fc.bigInt({ min: -5n, max: 2n ** 66n }),
        fc.constantFrom('', 'b', 'k', 'KB', 'm', 'Mb', 'g', 'gB', 't', 'kib'),
      )
      .map(([number, unit]) => `${number}${unit}`),
  );

  it('wraps with a sign up to 6.2', () => {
    assert.equal(readMemorySigned(''), 0n);
    assert.equal(readMemorySigned('mb'), 0n);
    assert.equal(readMemorySigned('-1kb'), -1024n);
    for (const text of ['-', '-kb', '1.5gb', '1tb', '1gib', '1 gb', '50%'])
      assert.equal(readMemorySigned(text), undefined, text);
    fc.assert(
      fc.property(size, (text) => {
        const parts = modelMemory(text);
        const wanted =
          parts && parts.digits !== '-' ? wrapped(modelStrtoll(parts.digits, 10n).value * parts.factor) : undefined;
        assert.equal(readMemorySigned(text), wanted);
      }),
    );
  });

  it('wraps without a sign since 7.0, and saturates before', () => {
    assert.equal(readMemoryUnsigned('99999999999gb', false), 15140462030378500096n);
    assert.equal(readMemoryUnsigned('18446744073709551616', false), TWO_64 - 1n);
    assert.equal(readMemoryUnsigned('18446744073709551616', true), undefined);
    assert.equal(readMemoryUnsigned('-1', false), undefined);
    fc.assert(
      fc.property(size, fc.boolean(), (text, strict) => {
        const parts = modelMemory(text);
        const number = parts && !parts.digits.startsWith('-') ? BigInt(parts.digits || 0) : undefined;
        const tooLarge = number !== undefined && number >= TWO_64;
        const wanted =
          number === undefined || (tooLarge && strict)
            ? undefined
            : ((tooLarge ? TWO_64 - 1n : number) * (parts?.factor ?? 1n)) % TWO_64;
        assert.equal(readMemoryUnsigned(text, strict), wanted);
      }),
    );
  });

  it('means what a person means', () => {
    assert.equal(memoryMeaning('2gb'), 2n * 1024n ** 3n);
    assert.equal(memoryMeaning('2G'), 2_000_000_000n);
    assert.equal(memoryMeaning('99999999999gb'), 99999999999n * 1024n ** 3n);
    for (const text of ['', 'gb', '-1', '1.5gb']) assert.equal(memoryMeaning(text), undefined);
  });

  it('is guessed from what people write', () => {
    const guesses: readonly (readonly [string, string, boolean])[] = [
      ['1.5gb', '1536mb', true],
      ['1.5g', '1500m', true],
      ['2GiB', '2gb', true],
      ['1 gb', '1gb', true],
      ['2tb', '2048gb', true],
      ['2t', '2000g', true],
      ['0.1kb', '102', false],
      ['100 bytes', '100', true],
      ['=2gb', '2gb', true],
      ['2gb,', '2gb', true],
    ];
    for (const [text, meant, exact] of guesses) assert.deepEqual(meantSize(text), { text: meant, exact }, text);
    for (const text of ['', 'gb', 'much', '50%', '-1gb', '1pb']) assert.equal(meantSize(text), undefined, text);
  });

  it('is guessed exactly where it says so', () => {
    const whole = fc.integer({ min: 0, max: 4_000 });
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom('k', 'kb', 'm', 'mb', 'g', 'gb', 't', 'tb'),
        (a, b, unit) => {
          const fraction = String(b).padStart(3, '0');
          const meant = meantSize(`${a}.${fraction}${unit}`);
          assert.ok(meant);
          const base = unit.endsWith('b') ? 1024n : 1000n;
          const factor = base ** BigInt('kmgt'.indexOf(unit.charAt(0)) + 1);
          const thousandfold = BigInt(`${a}${fraction}`) * factor;
          assert.equal(meant.exact, thousandfold % 1000n === 0n);
          assert.equal(memoryMeaning(meant.text), thousandfold / 1000n);
        },
      ),
    );
  });
});

describe('fractions', () => {
  it('are read like strtod, without a blank before them', () => {
    const numbers: readonly (readonly [string, number | undefined])[] = [
      ['50', 50],
      ['99.9', 99.9],
      ['.5', 0.5],
      ['5.', 5],
      ['+5', 5],
      ['-0', -0],
      ['1e1', 10],
      ['1E+1', 10],
      ['inf', Infinity],
      ['-Infinity', -Infinity],
      ['nan', undefined],
      ['', undefined],
      ['.', undefined],
      [' 50', undefined],
      ['50 ', undefined],
      ['99%', undefined],
      ['1e', undefined],
      ['1e400', undefined],
      ['1e-400', undefined],
      ['0e-400', 0],
      ['0x10', 16],
      ['0x1.8p3', 12],
      ['-0x.8', -0.5],
      ['0x', undefined],
    ];
    for (const [text, wanted] of numbers) assert.equal(readFloat(text, true), wanted, text);
    assert.equal(readFloat('0x10', false), undefined);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        assert.equal(readFloat(String(value), false), value === 0 ? 0 : value);
      }),
    );
  });
});

describe('addresses', () => {
  const address = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 5 }).map((parts) => parts.join('.')),
    fc.string({ unit: fc.constantFrom(':', '1', 'a', 'f', '0', '.', '2', 'g'), maxLength: 20 }),
    fc.ipV4().map((text) => `::ffff:${text}`),
  );

  it('are told apart as inet_pton does', () => {
    fc.assert(
      fc.property(address, (text) => {
        assert.equal(isIPv4(text), nodeIsIPv4(text), text);
        assert.equal(isIPv6(text), nodeIsIPv6(text), text);
      }),
      { numRuns: 3_000 },
    );
    for (const text of ['01.2.3.4', '1.2.3', '1.2.3.4.', '', '256.1.1.1']) assert.ok(!isIPv4(text), text);
    for (const text of [':::', '1::2::3', '1:2:3:4:5:6:7:8:9', '1.2.3.4::', 'g::']) assert.ok(!isIPv6(text), text);
  });

  it('are the same in all spellings', () => {
    const same: readonly (readonly string[])[] = [
      ['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0x7f.1', '127.0.0.01', '0177.0.0.1'],
      ['::1', '0:0:0:0:0:0:0:1', '0::0:1', '::0.0.0.1'],
      ['LOCALHOST', 'localhost'],
      ['fe80::1%eth0', 'fe80:0::1%eth0'],
    ];
    for (const spellings of same) {
      const values = new Set(spellings.map((text) => readAddress(text)?.value));
      assert.equal(values.size, 1, spellings.join(' '));
      assert.ok(!values.has(undefined));
    }
    for (const text of [
      '256.1.1.1',
      '1.2.3.4.5',
      '[::1]',
      '127.0.0.1:6379',
      '',
      '#',
      '-::1',
      'a..b',
      '10.0.0.0/8',
      'a,b',
    ]) {
      assert.equal(readAddress(text), undefined, text);
    }
  });

  it('collide with themselves and with the address of all machines', () => {
    const collides = (a: string, b: string): boolean => {
      const [one, two] = [readAddress(a), readAddress(b)];
      assert.ok(one && two);
      return collide(one, two);
    };
    assert.ok(collides('127.0.0.1', '127.1'));
    assert.ok(collides('0.0.0.0', '10.0.0.1'));
    assert.ok(collides('::1', '::'));
    assert.ok(!collides('0.0.0.0', '::'));
    assert.ok(!collides('localhost', '127.0.0.1'));
    fc.assert(fc.property(fc.ipV6(), (text) => collides(text, text)));
  });
});

describe('what a target makes of a number', () => {
  const read = (name: string, key: string, text: string): bigint | undefined => {
    const target = parseTarget(name, undefined);
    const directive = target && catalogueOf(target).byKey(key);
    assert.ok(target && directive, `${key} of ${name}`);
    return readNumber(directive, text, { target, era: eraOf(target) });
  };

  it('is lenient in 5.0', () => {
    assert.equal(read('redis@5.0.7', 'timeout', '12abc'), 12n);
    assert.equal(read('redis@5.0.7', 'timeout', ''), 0n);
    assert.equal(read('redis@5.0.7', 'timeout', '99999999999'), 1215752191n);
    assert.equal(read('redis@5.0.7', 'port', 'abc'), 0n);
    for (const text of ['1.5gb', '50%', '1gib', '1t', '-'])
      assert.equal(read('redis@5.0.7', 'maxmemory', text), 0n, text);
    assert.equal(read('redis@5.0.7', 'maxmemory', '1gb'), 1n << 30n);
  });

  it('is strict since 6.0', () => {
    for (const version of ['redis@6.0.16', 'redis@7.0.15', 'valkey@9.1.2']) {
      for (const text of ['12abc', '', '+5', '010', ' 5'])
        assert.equal(read(version, 'timeout', text), undefined, text);
      for (const text of ['1.5gb', '50%', '1gib', '-']) assert.equal(read(version, 'maxmemory', text), undefined, text);
      for (const text of ['', 'mb']) assert.equal(read(version, 'maxmemory', text), 0n, text);
    }
    assert.equal(read('redis@6.0.16', 'maxmemory', '99999999999gb'), undefined);
    assert.equal(read('redis@7.0.15', 'maxmemory', '99999999999gb'), 15140462030378500096n);
    assert.equal(read('redis@6.0.16', 'client-query-buffer-limit', '1.5gb'), 0n);
    assert.equal(read('redis@7.0.15', 'maxmemory-clients', '50%'), undefined);
    assert.equal(read('valkey@9.1.2', 'slot-migration-max-failover-repl-bytes', '-1'), -1n);
  });
});

describe('texts', () => {
  it('have the length of their bytes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => byteLength(text) === Buffer.byteLength(text)));
  });

  it('show numbers as people read them', () => {
    assert.equal(humanBytes(0n), '0 bytes');
    assert.equal(humanBytes(1536n), '1.5 KB');
    assert.equal(humanBytes(2n ** 31n), '2 GB');
    assert.equal(groupDigits(2147483648n), '2,147,483,648');
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        (value) => groupDigits(value) === value.toLocaleString('en-US'),
      ),
    );
  });
});
