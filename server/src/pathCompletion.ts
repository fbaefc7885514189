import { type CompletionItem, CompletionItemKind, type Connection } from 'vscode-languageserver/node';
import type { CompletionList, PathRequest } from './conf/completion';
import { quoteWord } from './conf/syntax';
import { LIST_DIRECTORY, type ListDirectoryParams, type ListDirectoryResult } from './protocol';
import { toRange } from './toLsp';

/** Names in the directory that is typed, asked from the client, which has the file system. */
export async function completePaths(
  connection: Connection,
  uri: string,
  list: CompletionList,
  request: PathRequest,
): Promise<CompletionItem[]> {
  const directory = request.prefix.slice(0, request.prefix.lastIndexOf('/') + 1);
  const params: ListDirectoryParams = { uri, path: directory === '' ? '.' : directory };
  const { entries } = await connection.sendRequest<ListDirectoryResult>(LIST_DIRECTORY, params);
  return entries
    .filter((entry) => entry.directory || !request.directoriesOnly)
    .map((entry) => {
      const path = `${directory}${entry.name}${entry.directory ? '/' : ''}`;
      return {
        label: entry.name,
        kind: entry.directory ? CompletionItemKind.Folder : CompletionItemKind.File,
        filterText: path,
        sortText: `${entry.directory ? 0 : 1}${entry.name}`,
        textEdit: { range: toRange(list.range), newText: quoteWord(path) },
      };
    });
}
