import assert from 'node:assert/strict';
import { selectionRanges, type SelectionRange } from '../../../server/src/conf/selection';
import { everywhere, marked, textOf } from './document';

function widening(source: string): string[] {
  const { analysis, position } = marked(source);
  const texts: string[] = [];
  let at: SelectionRange | undefined = selectionRanges(analysis, [position])[0];
  for (; at; at = at.parent) texts.push(textOf(analysis, at.range));
  return texts;
}

describe('selection ranges', () => {
  it('widen from a word to the document', () => {
    const text = 'hz 10\n### A ###\n  save 900 "1|0" \nport 1';
    const plain = text.replace('|', '');
    assert.deepEqual(widening(text), [
      '10',
      '"10"',
      '900 "10"',
      'save 900 "10"',
      '  save 900 "10" ',
      '### A ###\n  save 900 "10" \nport 1',
      plain,
    ]);
  });

  it('leave out what is equal', () => {
    assert.deepEqual(widening('h|z 10'), ['hz', 'hz 10']);
    assert.deepEqual(widening('# a com|ment'), ['# a comment']);
    assert.deepEqual(widening('|'), ['']);
  });

  it('hold their position and each other', () => {
    everywhere((analysis, position) => {
      let at = selectionRanges(analysis, [position])[0];
      assert.ok(at);
      for (; at?.parent; at = at.parent) {
        const [inner, outer] = [at.range, at.parent.range];
        assert.ok(
          outer.start.line < inner.start.line ||
            (outer.start.line === inner.start.line && outer.start.character <= inner.start.character),
        );
        assert.ok(
          outer.end.line > inner.end.line ||
            (outer.end.line === inner.end.line && outer.end.character >= inner.end.character),
        );
        assert.notDeepEqual(inner, outer);
      }
    });
  }).timeout(60_000);
});
