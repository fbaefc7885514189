import assert from 'node:assert/strict';
import { signatureHelp } from '../../../server/src/conf/signature';
import { everywhere, marked, type Options } from './document';

/** The label with the active parameter in double angle brackets. */
function signatureAt(source: string, options?: Options): string | undefined {
  const { analysis, position } = marked(source, options);
  const found = signatureHelp(analysis, position);
  const active = found?.parameters[found.activeParameter];
  if (!found || !active) return undefined;
  const { label } = found;
  return `${label.slice(0, active.start)}«${label.slice(active.start, active.end)}»${label.slice(active.end)}`;
}

describe('signature help', () => {
  it('follows the arguments', () => {
    assert.equal(signatureAt('replicaof |'), 'replicaof «<host>» <port>');
    assert.equal(signatureAt('replicaof 10.0.0.1 63|'), 'replicaof <host> «<port>»');
    assert.equal(signatureAt('slaveof 10.0.0.1 |'), 'slaveof <host> «<port>»');
    assert.equal(signatureAt('oom-score-adj-values 0 200 |'), 'oom-score-adj-values <primary> <replica> «<child>»');
    assert.equal(signatureAt('rename-command "FLUSH|'), 'rename-command «<command>» <new-name>');
  });

  it('goes round in lists', () => {
    assert.equal(signatureAt('save 900 |'), 'save <seconds> «<changes>» [<seconds> <changes> ...]');
    assert.equal(signatureAt('save 900 1 |'), 'save «<seconds>» <changes> [<seconds> <changes> ...]');
    assert.equal(signatureAt('user alice on |'), 'user <name> «[<rule> ...]»');
    assert.equal(signatureAt('bind 127.0.0.1 |'), 'bind <address> «[<address> ...]»');
    assert.equal(
      signatureAt('client-output-buffer-limit normal 0 0 0 |'),
      'client-output-buffer-limit «<class>» <hard-bytes> <soft-bytes> <soft-seconds> [...]',
    );
  });

  it('knows the lines of a sentinel', () => {
    const options: Options = { kind: 'sentinel' };
    assert.equal(signatureAt('sentinel |', options), 'sentinel «<sub-directive>» <argument> ...');
    assert.equal(
      signatureAt('sentinel monitor mymaster |', options),
      'sentinel monitor <name> «<host>» <port> <quorum>',
    );
  });

  it('is silent for single values, names and comments', () => {
    assert.equal(signatureAt('maxmemory |'), undefined);
    assert.equal(signatureAt('replica|of'), undefined);
    assert.equal(signatureAt('# replicaof |'), undefined);
    assert.equal(signatureAt('no-such-thing |'), undefined);
  });

  it('can be asked anywhere', () => {
    everywhere((analysis, position) => {
      const found = signatureHelp(analysis, position);
      if (found) assert.ok(found.parameters[found.activeParameter]);
    });
  }).timeout(60_000);
});
