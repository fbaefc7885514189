import assert from 'node:assert/strict';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../../server/src/conf/semanticTokens';
import { analysed, everyText, type Options } from './document';

/** Each token as `text:type` or `text:type!modifier`. */
function tokens(text: string, options?: Options): string[] {
  const analysis = analysed(text, options);
  return decoded(semanticTokens(analysis)).map(({ line, start, length, type, modifiers }) => {
    const word = (analysis.document.lines[line] ?? '').slice(start, start + length);
    return `${word}:${tokenTypes[type]}${modifiers === 0 ? '' : `!${tokenModifiers[modifiers - 1]}`}`;
  });
}

interface Token {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

function decoded(data: Uint32Array): Token[] {
  const found: Token[] = [];
  let line = 0;
  let start = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.subarray(at, at + 5);
    line += down;
    start = down > 0 ? right : start + right;
    found.push({ line, start, length, type, modifiers });
  }
  return found;
}

describe('semantic tokens', () => {
  it('tell names and values apart', () => {
    assert.deepEqual(tokens('maxmemory 2gb\nappendonly YES\nlogfile "a b"\n# hz 10'), [
      'maxmemory:property',
      '2gb:number',
      'appendonly:property',
      'YES:keyword',
      'logfile:property',
      '"a b":string',
    ]);
    assert.deepEqual(tokens('slaveof 10.0.0.1 6379'), [
      'slaveof:property!deprecated',
      '10.0.0.1:string',
      '6379:number',
    ]);
    assert.deepEqual(tokens('no-such-thing 1'), ['no-such-thing:variable']);
    assert.deepEqual(tokens('maxmemory 12xb'), ['maxmemory:property', '12xb:number']);
  });

  it('know users, sentinels and our own comments', () => {
    assert.deepEqual(tokens('user al on >pw ~a:* +@read -keys nonsense'), [
      'user:property',
      'al:variable',
      'on:keyword',
      '>pw:string',
      '~a:*:parameter',
      '+@read:type',
      '-keys:function',
      'nonsense:variable',
    ]);
    assert.deepEqual(
      tokens('sentinel monitor m 10.0.0.1 6379 2\nsentinel resolve-hostnames yes', { kind: 'sentinel' }),
      [
        'sentinel:property',
        'monitor:property',
        'm:variable',
        '10.0.0.1:string',
        '6379:number',
        '2:number',
        'sentinel:property',
        'resolve-hostnames:property',
        'yes:keyword',
      ],
    );
    assert.deepEqual(tokens('# redis-environments: ignore=a,b target'), [
      'redis-environments::macro',
      'ignore:property',
      'a:string',
      'b:string',
      'target:property',
    ]);
  });

  it('can be had for some lines', () => {
    const analysis = analysed('hz 1\nhz 2\nhz 3');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
    assert.deepEqual([...semanticTokens(analysis, range)], [1, 0, 2, 0, 0, 0, 3, 1, 3, 0]);
  });

  it('do not overlap in any text', () => {
    everyText((analysis) => {
      let previous: Token | undefined;
      for (const token of decoded(semanticTokens(analysis))) {
        assert.ok(token.length > 0 && token.type < tokenTypes.length);
        assert.ok(token.start + token.length <= (analysis.document.lines[token.line] ?? '').length);
        if (previous?.line === token.line) assert.ok(previous.start + previous.length <= token.start);
        previous = token;
      }
    });
  }).timeout(60_000);
});
