import assert from 'node:assert/strict';
import { documentHighlights } from '../../../server/src/conf/highlight';
import { definition, references } from '../../../server/src/conf/references';
import { prepareRename, rename } from '../../../server/src/conf/rename';
import { analysed, edited, everywhere, marked, type Options, textOf } from './document';

const sentinel: Options = { kind: 'sentinel' };
const WATCHED =
  'sentinel monitor m|y 10.0.0.1 6379 2\nsentinel auth-pass my x\nsentinel known-replica my 10.0.0.2 6379\nsentinel monitor other 10.0.0.1 6379 2';

function highlighted(source: string, options?: Options): string[] {
  const { analysis, position } = marked(source, options);
  return documentHighlights(analysis, position).map(
    ({ range, access }) => `${range.start.line} ${access} ${textOf(analysis, range)}`,
  );
}

/** The whole text after a renaming, or why there is none. */
function renamed(source: string, name: string, options?: Options): string | undefined {
  const { analysis, position, text } = marked(source, options);
  const result = rename(analysis, position, name);
  if (result?.kind !== 'edits') return result?.message;
  return edited(text, result.files.find(({ uri }) => uri === undefined)?.edits ?? []);
}

describe('names', () => {
  it('are highlighted wherever they stand', () => {
    assert.deepEqual(highlighted('user al|ice on\nuser bob on\nmasteruser alice'), ['0 write alice', '2 read alice']);
    assert.deepEqual(highlighted('user alice on\nmasteruser al|ice'), ['0 write alice', '1 read alice']);
    assert.deepEqual(highlighted('user alice on\nprimaryuser al|ice', { target: 'valkey@8.1' }).length, 2);
    assert.deepEqual(highlighted(WATCHED, sentinel), ['0 write my', '1 read my', '2 read my']);
  });

  it('are none when the file does not make them, or elsewhere', () => {
    assert.deepEqual(highlighted('masteruser al|ice'), []);
    assert.deepEqual(highlighted('user alice o|n'), []);
    assert.deepEqual(highlighted('sentinel auth-pass m|y x', sentinel), []);
    assert.deepEqual(highlighted('# user al|ice on'), []);
  });

  it('have places that make and places that use them', () => {
    const { analysis, position } = marked(WATCHED, sentinel);
    assert.deepEqual(
      references(analysis, position, false).map(({ range }) => range.start.line),
      [1, 2],
    );
    assert.deepEqual(
      references(analysis, position, true).map(({ range }) => range.start.line),
      [0, 1, 2],
    );
    assert.deepEqual(
      definition(analysis, position).map(({ range }) => range.start.line),
      [0],
    );
  });

  it('are found and changed in included files', () => {
    const includes = new Map([
      ['users.conf', [{ uri: 'file:///users.conf', lines: ['', 'user alice on'], includes: new Map() }]],
    ]);
    const { analysis, position } = marked('include users.conf\nmasteruser a|lice', { includes });
    assert.deepEqual(
      references(analysis, position, true).map(({ uri }) => uri),
      [undefined, 'file:///users.conf'],
    );
    const result = rename(analysis, position, 'bob');
    assert.ok(result?.kind === 'edits');
    assert.deepEqual(
      result.files.map(({ uri, edits }) => [uri, edits[0]?.range.start.line]),
      [
        [undefined, 1],
        ['file:///users.conf', 1],
      ],
    );
  });

  it('are renamed everywhere, with quotes where they are needed', () => {
    assert.equal(
      renamed('user al|ice on\nuser bob on\nmasteruser "alice"', 'carol'),
      'user carol on\nuser bob on\nmasteruser carol',
    );
    assert.equal(renamed('user al|ice on', "o'hara"), 'user "o\'hara" on');
    assert.equal(renamed('user al|ice on\nuser alice off +nonsense', 'bob'), 'user bob on\nuser bob off +nonsense');
    assert.equal(
      renamed('sentinel monitor m|y 10.0.0.1 6379 2\r\nsentinel auth-pass my x\r\n', 'shop', sentinel),
      'sentinel monitor shop 10.0.0.1 6379 2\r\nsentinel auth-pass shop x\r\n',
    );
  });

  it('are not renamed to what servers refuse', () => {
    assert.match(renamed('user al|ice on', 'a b') ?? '', /cannot hold blanks/);
    assert.match(renamed('user al|ice on', '') ?? '', /at least one character/);
    assert.match(renamed('user al|ice on\nuser bob on', 'bob') ?? '', /already a user named "bob"/);
    assert.match(renamed('user def|ault on', 'x') ?? '', /cannot be changed/);
    const { analysis, position } = marked('user def|ault on');
    assert.equal(prepareRename(analysis, position)?.kind, 'problem');
  });

  it('say what would be renamed', () => {
    const { analysis, position } = marked('user "al|ice" on');
    const start = prepareRename(analysis, position);
    assert.ok(start?.kind === 'name');
    assert.equal(start.placeholder, 'alice');
    assert.equal(textOf(analysis, start.range), '"alice"');
    assert.equal(prepareRename(analysed('hz 10'), { line: 0, character: 1 }), undefined);
  });

  it('can be asked for anywhere, and a renaming keeps every other word', () => {
    everywhere((analysis, position) => {
      const places = references(analysis, position, true);
      const result = rename(analysis, position, 'new-name');
      if (result?.kind !== 'edits') return;
      assert.equal(
        places.length,
        result.files.reduce((count, { edits }) => count + edits.length, 0),
      );
      assert.equal(documentHighlights(analysis, position).length, places.length);
    });
  }).timeout(60_000);
});
