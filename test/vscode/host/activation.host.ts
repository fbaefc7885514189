import { strict as assert } from 'node:assert';
import { extensions, window, workspace } from 'vscode';
import { assignment } from './assignment';

describe('activation', () => {
  it('finds the extension and activates it', async () => {
    const extension = extensions.getExtension(assignment().extension);
    assert.ok(extension, `${assignment().extension} is not among the extensions`);
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('takes a file named redis.conf for a redis.conf', async () => {
    const [file] = await workspace.findFiles('redis.conf');
    assert.ok(file, 'the folder holds no redis.conf');
    const document = await workspace.openTextDocument(file);
    await window.showTextDocument(document);
    assert.equal(document.languageId, 'redis-conf');
  });
});
