import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tlsFiles } from './cases/tlsFiles.js';
import { cases } from './generate.js';
import type { Question, Verdict } from './question.js';
import type { RealServer } from './servers.js';
import { useOracle } from './useOracle.js';
import { compareVersions } from './versions.js';

interface Check {
  readonly title: string;
  readonly question: Question;
  readonly expected: (server: RealServer) => Verdict;
}

const accepted: Verdict = { verdict: 'accepted' };
const badDirective = 'Bad directive or wrong number of arguments';

const checks: readonly Check[] = [
  check('an empty file', '', () => accepted),
  check('a comment and CRLF', '# x\r\n\r\ntimeout 5\r\n', () => accepted),
  check('a number out of range', 'timeout 5\nport 99999\n', () =>
    rejected(2, 'argument must be between 0 and 65535 inclusive'),
  ),
  check('unbalanced quotes', '\n\nrequirepass "x\n', () => rejected(3, 'Unbalanced quotes in configuration line')),
  check('text glued to a closing quote', 'syslog-ident "a"b\n', (server) =>
    is(server, 'valkey', '9.0.0') ? accepted : rejected(1, 'Unbalanced quotes in configuration line'),
  ),
  check('an unknown name with a value', 'timeout 5\nFoo bar\n', (server) =>
    is(server, 'redis', '8.0.0')
      ? { verdict: 'rejected', reason: 'Unresolved Configuration(s) Detected', unresolved: [[2, 'foo bar']] }
      : rejected(2, badDirective),
  ),
  check('an unknown name without a value', 'foo\n', () => rejected(1, badDirective)),
  check('a replica in a cluster', 'cluster-enabled yes\nreplicaof 127.0.0.1 6380\n', (server) => {
    const reason = 'replicaof directive not allowed in cluster mode';
    return since(server, '7.0.0') ? { verdict: 'rejected', reason } : rejected(2, reason);
  }),
  check('no way to listen', 'port 0\n', () => ({
    verdict: 'failed',
    reason: 'Configured to not listen anywhere, exiting.',
  })),
  check('a missing dir', 'dir /no/such\n', (server) =>
    since(server, '7.0.0')
      ? rejected(1, 'No such file or directory')
      : { verdict: 'failed', reason: "Can't chdir to '/no/such': No such file or directory" },
  ),
  check('a log file', 'logfile server.log\n', () => accepted),
  check('a log file that cannot be', 'logfile /no/such/x.log\n', (server) => {
    const reason = "Can't open the log file: No such file or directory";
    return since(server, '7.0.0') ? { verdict: 'rejected', reason } : rejected(1, reason);
  }),
  check('a fault behind a log file', 'logfile server.log\ninclude none.conf\n', () => ({
    verdict: 'failed',
    reason: "Fatal error, can't open config file 'none.conf': No such file or directory",
  })),
  check(
    'a fault in an included file',
    { text: 'include bad.conf\n', mode: 'server', files: { 'bad.conf': '# one\n\nport 99999\n' } },
    () => rejected(3, 'argument must be between 0 and 65535 inclusive'),
  ),
  check('a server that dies after its ready line', 'hz 0\n', (server) =>
    since(server, '6.2.0')
      ? accepted
      : { verdict: 'crashed', reason: `Redis ${server.version} crashed by signal: 8, si_code: 1` },
  ),
  check('TLS set up completely', {
    text: 'tls-port 7001\ntls-cert-file cert.pem\ntls-key-file key.pem\ntls-ca-cert-file cert.pem\n',
    mode: 'server',
    files: tlsFiles,
  }),
  check('a sentinel', { text: 'sentinel monitor m 127.0.0.1 6379 1\n', mode: 'sentinel' }),
  check(
    'sentinel lines before the master they speak of',
    { text: 'sentinel parallel-syncs m 1\nsentinel monitor m 127.0.0.1 6379 1\n', mode: 'sentinel' },
    (server) => (since(server, '6.2.0') ? accepted : rejected(1, 'No such master with specified name.')),
  ),
  check('an unknown sentinel statement', { text: 'port 26380\nsentinel bogus m\n', mode: 'sentinel' }, () =>
    rejected(2, 'Unrecognized sentinel configuration statement.'),
  ),
];

describe('oracle', function () {
  this.timeout(60_000);
  const suite = useOracle();

  for (const { title, question, expected } of checks) {
    it(`judges ${title}`, async () => {
      const verdicts = suite.servers.map(async (server) => [server.target, await suite.oracle.judge(server, question)]);
      const wanted = suite.servers.map((server) => [server.target, expected(server)]);
      assert.deepEqual(Object.fromEntries(await Promise.all(verdicts)), Object.fromEntries(wanted));
    });
  }

  it('accepts the stock files of each server', async () => {
    for (const server of suite.servers) {
      const { stockConf, stockSentinelConf } = server;
      assert.ok(
        stockConf !== undefined && stockSentinelConf !== undefined,
        `${server.target} came without stock files`,
      );
      const asServer: Question = { text: readFileSync(stockConf), mode: 'server' };
      const asSentinel: Question = { text: readFileSync(stockSentinelConf), mode: 'sentinel' };
      assert.deepEqual(await suite.oracle.judge(server, asServer), accepted, stockConf);
      assert.deepEqual(await suite.oracle.judge(server, asSentinel), accepted, stockSentinelConf);
    }
  });

  it('lets servers of the same port run at the same time', async () => {
    const questions = Array.from({ length: 12 }, (): Question => ({
      text: 'port 7000\nunixsocket /tmp/s.sock\n',
      mode: 'server',
    }));
    const [server] = suite.servers;
    assert.ok(server !== undefined);
    const verdicts = await Promise.all(questions.map((question) => suite.oracle.judge(server, question)));
    assert.deepEqual(new Set(verdicts.map(({ verdict }) => verdict)), new Set(['accepted']));
  });

  it('asks a running server for what became of a setting', async () => {
    for (const server of suite.servers) {
      const replies = await suite.oracle.ask(server, { text: 'maxmemory 1gb\n', mode: 'server' }, [
        ['CONFIG', 'GET', 'maxmemory'],
      ]);
      assert.deepEqual(replies, [['maxmemory', '1073741824']], server.target);
    }
  });

  it('says why it cannot ask', async () => {
    const [server] = suite.servers;
    assert.ok(server !== undefined);
    await assert.rejects(
      suite.oracle.ask(server, { text: 'port x\n', mode: 'server' }, [['PING']]),
      /did not start.*line":1/,
    );
  });
});

describe('cases for the oracle', () => {
  it('depend on the seed alone', () => {
    assert.deepEqual([...cases(7, 200)].slice(0, 100), [...cases(7, 100)]);
    assert.notDeepEqual([...cases(7, 50)], [...cases(8, 50)]);
  });

  it('name the first line under test', () => {
    for (const { id, line, text } of cases(3, 1000)) assert.ok(line <= text.split('\n').length, id);
  });
});

function check(title: string, asked: string | Question, expected: Check['expected'] = () => accepted): Check {
  return { title, question: typeof asked === 'string' ? { text: asked, mode: 'server' } : asked, expected };
}

function rejected(line: number, reason: string): Verdict {
  return { verdict: 'rejected', line, reason };
}

function since(server: RealServer, version: string): boolean {
  return compareVersions(server.version, version) >= 0;
}

function is(server: RealServer, product: RealServer['product'], version: string): boolean {
  return server.product === product && since(server, version);
}
