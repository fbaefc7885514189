import assert from 'node:assert/strict';
import { inlayHints } from '../../../server/src/conf/hints';
import { analysed, everyText, type Options, wholeRange } from './document';

/** The text with its hints in angle brackets. */
function hinted(text: string, options?: Options): string {
  const analysis = analysed(text, options);
  const lines = [...analysis.document.lines];
  for (const { position, label } of [...inlayHints(analysis, wholeRange(analysis))].reverse()) {
    const line = lines[position.line] ?? '';
    lines[position.line] = `${line.slice(0, position.character)}‹${label}›${line.slice(position.character)}`;
  }
  return lines.join('\n');
}

describe('inlay hints', () => {
  it('give sizes in bytes, and bytes as sizes', () => {
    assert.equal(hinted('maxmemory 2gb'), 'maxmemory 2gb‹= 2,147,483,648 bytes›');
    assert.equal(hinted('maxmemory 2g '), 'maxmemory 2g‹= 2,000,000,000 bytes› ');
    assert.equal(hinted('maxmemory 104857600'), 'maxmemory 104857600‹= 100 MB›');
    assert.equal(
      hinted('client-output-buffer-limit replica 256mb 67108864 300'),
      'client-output-buffer-limit replica 256mb‹= 268,435,456 bytes› 67108864‹= 64 MB› 300‹5 min›',
    );
  });

  it('give save points in words', () => {
    assert.equal(hinted('save 900 1'), 'save 900 1‹after 15 min with 1 change›');
    assert.equal(
      hinted('save 3600 1 300 100'),
      'save 3600 1‹after 1 h with 1 change› 300 100‹after 5 min with 100 changes›',
    );
    assert.equal(
      hinted('save "3600 1 30 100"'),
      'save "3600 1 30 100"‹after 1 h with 1 change, after 30 s with 100 changes›',
    );
    assert.equal(hinted('save ""'), 'save ""‹no snapshots›');
    assert.equal(hinted('save 900 1 300 10', { target: 'redis@6.2' }), 'save 900 1 300 10');
  });

  it('give long times and file modes', () => {
    assert.equal(
      hinted('repl-timeout 3600\nrepl-backlog-ttl 90'),
      'repl-timeout 3600‹1 h›\nrepl-backlog-ttl 90‹1 min 30 s›',
    );
    assert.equal(hinted('cluster-node-timeout 90061001'), 'cluster-node-timeout 90061001‹about 1 day 1 h›');
    assert.equal(hinted('unixsocketperm 750'), 'unixsocketperm 750‹rwxr-x---›');
    assert.equal(
      hinted('sentinel failover-timeout m 180000', { kind: 'sentinel' }),
      'sentinel failover-timeout m 180000‹3 min›',
    );
  });

  it('are absent where the text says it already', () => {
    for (const text of [
      'maxmemory 0',
      'repl-timeout 59',
      'timeout 0',
      'hz 100',
      'maxmemory 12xb',
      '# maxmemory 2gb',
      'port 6379',
    ]) {
      assert.equal(hinted(text), text);
    }
    assert.equal(hinted('client-output-buffer-limit normal 0 0 0'), 'client-output-buffer-limit normal 0 0 0');
  });

  it('keep to their range', () => {
    const analysis = analysed('maxmemory 2gb\nmaxmemory 3gb\nmaxmemory 4gb');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    assert.deepEqual(
      inlayHints(analysis, range).map(({ position }) => position.line),
      [1],
    );
  });

  it('stand behind words of every text', () => {
    everyText((analysis) => {
      for (const { position } of inlayHints(analysis, wholeRange(analysis))) {
        assert.ok(analysis.line(position.line)?.line.words.some(({ end }) => end === position.character));
      }
    });
  }).timeout(60_000);
});
