import { realpath, stat as statNode } from 'node:fs/promises';
import { posix } from 'node:path';
import * as vscode from 'vscode';
import type {
  FileFactsParams,
  ListDirectoryParams,
  ListDirectoryResult,
  ReadIncludeParams,
  ReadIncludeResult,
} from '../../../server/src/protocol';
import { type IncludeFileSystem, readInclude } from '../includes/readInclude';
import { isInWorkTree } from '../includes/workTree';

const MOST_ENTRIES = 1_000;

/** The file system that holds `base`, through VS Code, so that remote and virtual workspaces work alike. */
function fileSystemOf(base: vscode.Uri): IncludeFileSystem {
  const at = (path: string): vscode.Uri => base.with({ path, query: '', fragment: '' });
  return {
    realPath: async (path) => (base.scheme === 'file' ? realpath(path) : path),
    stat: async (path) => {
      try {
        const { type, size } = await vscode.workspace.fs.stat(at(path));
        if (type & vscode.FileType.Directory) return { kind: 'directory', size };
        return { kind: type & vscode.FileType.File ? 'file' : 'other', size };
      } catch (error) {
        if (error instanceof vscode.FileSystemError) return undefined;
        throw error;
      }
    },
    list: async (path) => {
      try {
        return (await vscode.workspace.fs.readDirectory(at(path))).map(([name]) => name);
      } catch (error) {
        if (error instanceof vscode.FileSystemError) return [];
        throw error;
      }
    },
    read: async (path) => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path))),
    uri: (path) => at(path).toString(),
  };
}

/**
 * The directory below which files may be read on behalf of a document: its workspace folder, or its own directory
 * when it is in none or the workspace is not trusted.
 */
function rootOf(document: vscode.Uri): string {
  const folder = vscode.workspace.isTrusted ? vscode.workspace.getWorkspaceFolder(document) : undefined;
  return folder ? folder.uri.path : posix.dirname(document.path);
}

/** Reads what an `include` names, within the limits that trust sets. */
export async function readIncludeFor(params: ReadIncludeParams): Promise<ReadIncludeResult> {
  const document = vscode.Uri.parse(params.uri, true);
  if (document.scheme === 'untitled' || document.scheme === 'git') return { problem: 'The file has no place yet.' };
  return readInclude(fileSystemOf(document), posix.dirname(document.path), params.path, rootOf(document));
}

/** Names in a directory, for the completion of paths. Directories outside what may be read are empty. */
export async function listDirectory(params: ListDirectoryParams): Promise<ListDirectoryResult> {
  const document = vscode.Uri.parse(params.uri, true);
  if (document.scheme === 'untitled' || document.scheme === 'git') return { entries: [] };
  const path = posix.resolve(posix.dirname(document.path), params.path);
  const root = rootOf(document);
  if (path !== root && !path.startsWith(`${root}/`)) return { entries: [] };
  try {
    const entries = await vscode.workspace.fs.readDirectory(document.with({ path }));
    return {
      entries: entries
        .slice(0, MOST_ENTRIES)
        .map(([name, type]) => ({ name, directory: (type & vscode.FileType.Directory) !== 0 })),
    };
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return { entries: [] };
    throw error;
  }
}

interface GitRepository {
  getObjectDetails(treeish: string, path: string): Promise<unknown>;
}
interface GitApi {
  getRepository(uri: vscode.Uri): GitRepository | null;
}

/** Whether git knows the file; undefined when the git extension is not there or not active. */
async function trackedByGit(uri: vscode.Uri): Promise<boolean | undefined> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension?.isActive || !vscode.workspace.isTrusted) return undefined;
  try {
    const repository = extension.exports.getAPI(1).getRepository(uri);
    if (!repository) return false;
    await repository.getObjectDetails('HEAD', uri.fsPath);
    return true;
  } catch {
    // Not in HEAD, or git is switched off: nothing is said then.
    return undefined;
  }
}

/** What is to be known of a file beside its text. */
export async function fileFacts(document: vscode.TextDocument): Promise<FileFactsParams> {
  const { uri } = document;
  const facts: { uri: string; byteOrderMark: boolean; worldReadable?: boolean; trackedByGit?: boolean } = {
    uri: uri.toString(),
    byteOrderMark: document.encoding === 'utf8bom',
  };
  if (uri.scheme !== 'file') return facts;
  const mode = await statNode(uri.fsPath).then(
    (stat) => stat.mode,
    () => undefined,
  );
  if (mode !== undefined && process.platform !== 'win32' && !(await isInWorkTree(uri.fsPath)))
    facts.worldReadable = (mode & 0o004) !== 0;
  const tracked = await trackedByGit(uri);
  if (tracked !== undefined) facts.trackedByGit = tracked;
  return facts;
}
