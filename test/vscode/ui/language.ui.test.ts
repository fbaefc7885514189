import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeInVscode } from '../session';
import { until } from '../waiting';
import { ensureServers } from '../../oracle/servers';
import { Oracle, type Verdict } from '../../oracle/verdict';
import { repository } from '../repository';

const sample = readFileSync(join(repository, 'client/samples/redis.conf'), 'utf8');
/** What a real server of the target says of a text; undefined where this machine cannot run one. */
async function verdictOf(text: string): Promise<Verdict | undefined> {
  const { servers } = await ensureServers();
  const server = servers.find(({ target }) => target.startsWith('redis@7.0.'));
  if (!server || process.getuid?.() !== 0) {
    if (process.env['CI'] === 'true') throw new Error('In CI a real server has the last word, and there is none.');
    return undefined;
  }
  const oracle = await Oracle.open([server], 1);
  try {
    return await oracle.judge(server, { text, mode: 'server' });
  } finally {
    await oracle.close();
  }
}

const options = {
  files: {
    'redis.conf': sample,
    'small.redis.conf': '# redis-environments: target=redis@7.0\nmaxmemory 2gb\n\n',
    'users.acl': 'user alice on nopass ~* +@nosuch\n',
    'sentinel.conf': 'sentinel monitor mymaster 10.0.0.11 6379 0\n',
  },
  folderName: 'shop-cache',
  settings: { 'redisEnvironments.target': 'redis@7.0' },
};

describeInVscode('the language in a window', options, (session) => {
  it('underlines, lists and explains what is wrong', async () => {
    const window = await session.open('redis.conf');
    await window.squiggles('error').first().waitFor();
    const typo = await window.problem('tcp-keepalvie');
    await typo.first().waitFor();
    await until('five problems', async () => (await window.problems()).length >= 5 || undefined);
    await window.goTo(16, 1);
    await window.screenshot('problems');
    await window.screenshot('problems', 'light');
    await typo.getByText('unknown-directive').first().click();
    const page = window.page.locator('.editor-group-container .tab').filter({ hasText: 'unknown-directive' });
    await page.waitFor();
    await window.webview.getByRole('heading', { name: 'unknown-directive' }).waitFor();
    await window.screenshot('explanation');
  });

  it('says in a hover what a directive does, its default, range and when it takes effect', async () => {
    const window = await session.open('small.redis.conf');
    await window.page.locator('.codelens-decoration').first().waitFor();
    const text = await window.hover('maxmemory', 'Default');
    for (const expected of ['bytes', '0', 'CONFIG SET']) assert.ok(text.includes(expected), `${expected} in\n${text}`);
    await window.screenshot('hover');
    await window.screenshot('hover', 'light');
    assert.match(await window.hover('2gb', '2,147,483,648'), /2,147,483,648/);
  });

  it('fixes one problem from the light bulb', async () => {
    const window = await session.open('redis.conf');
    await window.squiggles('error').first().waitFor();
    await window.quickFix('tcp-keepalvie', 'tcp-keepalive');
    await window.shows('tcp-keepalive 60');
  });

  it('offers names with their values, and only those of the target', async () => {
    const window = await session.open('small.redis.conf');
    await window.goTo(3, 1);
    await window.type('maxmemory-p');
    const rows = await window.completions();
    await rows.filter({ hasText: 'maxmemory-policy' }).first().waitFor();
    await window.screenshot('completion');
    await window.press('Enter');
    await window.shows('maxmemory-policy ');
  });

  it('tells in the language status which server the file is judged for, and changes it by a comment', async () => {
    const window = await session.open('small.redis.conf');
    await window.palette('Redis: Select Target Version for This File');
    await window.quickPick('Redis 6.2.16');
    await window.quickPick('In this file');
    await window.shows('target=redis@6.2.16');
  });

  it('answers "will it start on ...?" for all versions and goes to the line that stops it', async () => {
    const window = await session.open('redis.conf');
    await window.squiggles('error').first().waitFor();
    await window.palette('Redis: Will It Start On ...?');
    await window.quickPickRow('Redis 7.0.15').filter({ hasText: 'refused at line 16' }).waitFor();
    await window.screenshot('will-it-start');
    await window.screenshot('will-it-start', 'light');
    await window.type('valkey 9');
    await window.quickPickRow('Valkey 9.1.2').waitFor();
    await window.quickInput.fill('7.0.15');
    await window.quickPickRow('Redis 7.0.15').waitFor();
    await window.press('Enter');
    await window.statusItem('Ln 16').waitFor();
  });

  it('shows what an upgrade changes and applies what is chosen', async () => {
    await session.write('old.redis.conf', 'slave-read-only yes\nsave 900 1\nhash-max-ziplist-entries 512\n');
    const window = await session.open('old.redis.conf');
    await window.palette('Redis: Show What an Upgrade Changes');
    await window.quickPick('Redis 8.0.6');
    await window.quickPickRow('hash-max-listpack-entries').first().waitFor();
    await window.webview.getByRole('heading', { name: 'From Redis 7.0.15 to Redis 8.0.6' }).waitFor();
    await window.screenshot('upgrade');
    await window.press('Enter');
    await window.shows('hash-max-listpack-entries 512');
  });

  it('judges ACL and sentinel files', async () => {
    const window = await session.open('users.acl');
    await (await window.problem('nosuch')).first().waitFor();
    await window.openFile('sentinel.conf');
    await (await window.problem('uorum')).first().waitFor();
  });
});

describeInVscode('journey 1: "I inherited a redis.conf"', options, (session) => {
  it('takes three steps to a file that a real server starts with, with the keyboard alone', async () => {
    const window = await session.open('redis.conf');
    await window.squiggles('error').first().waitFor();
    // Step 1: see everything, and fix what is safe.
    await window.palette('Redis: Fix All Safe Problems in This File');
    await window.shows('tcp-keepalive 60');
    await window.squiggles('error').first().waitFor({ state: 'detached' });
    // Step 2: decide what is left, here the password of an example.
    const decision = await window.problem('placeholder');
    await decision.first().waitFor();
    await decision.first().dblclick();
    await window.statusItem('selected').waitFor();
    await window.type('8f3e0c52d1a94b7696e1d20c47ab35f0');
    await decision.first().waitFor({ state: 'detached' });
    await window.screenshot('journey-1');
    // Step 3: save.
    await window.press('Control+s');
    await window.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    const text = await readFile(join(session.folder, 'redis.conf'), 'utf8');
    const verdict = await verdictOf(text);
    if (verdict) assert.equal(verdict.verdict, 'accepted', JSON.stringify(verdict));
  });
});

describeInVscode('a folder that is not trusted', { ...options, trust: 'ask' } as typeof options, (session) => {
  it('is judged all the same', async () => {
    const window = await session.open('redis.conf');
    await window.squiggles('error').first().waitFor();
  });
});
