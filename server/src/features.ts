import {
  CodeActionKind,
  type CompletionItem,
  type Connection,
  type Location,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Analysed } from './analyses';
import { CodeActions } from './codeActionRequests';
import { completePaths } from './pathCompletion';
import { complete, resolveCompletion } from './conf/complete';
import { foldingRanges } from './conf/folding';
import { formatDocument } from './conf/format';
import { documentHighlights } from './conf/highlight';
import { inlayHints } from './conf/hints';
import { hover } from './conf/hover';
import { documentLinks } from './conf/links';
import { definition, type Place, references } from './conf/references';
import { prepareRename, rename } from './conf/rename';
import { selectionRanges } from './conf/selection';
import { semanticTokens, tokenModifiers, tokenTypes } from './conf/semanticTokens';
import { signatureHelp } from './conf/signature';
import { documentSymbols } from './conf/symbols';
import { featureView } from './featureView';
import { CLIENT_COMMANDS } from './protocol';
import { linkTarget } from './linkTarget';
import {
  type CompletionData,
  toCompletionItems,
  toDocumentSymbol,
  toFoldingRange,
  toMarkup,
  toRange,
  toSelectionRange,
  toSignatureHelp,
  toTextEdit,
} from './toLsp';

/** What the server says it can do, diagnostics and document sync apart. */
export const featureCapabilities: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { resolveProvider: true, triggerCharacters: [' ', '"', '@', '+', '-', '|', '/', '=', ','] },
  signatureHelpProvider: { triggerCharacters: [' '] },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: {},
  inlayHintProvider: true,
  documentHighlightProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  selectionRangeProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: true,
    range: true,
  },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.redis`],
  },
  codeLensProvider: {},
};

/** What the features need to know of the client. */
export interface FeatureClient {
  readonly snippets: boolean;
  /** Commands of our own client may be named in code lenses and code actions. */
  readonly ownCommands: boolean;
  /** Edits may carry the version of the document. */
  readonly documentChanges: boolean;
  /** The client answers file requests. */
  readonly files: boolean;
}

type Find = (uri: string) => Promise<Analysed | undefined>;

/** Registers every language feature. `find` gives the analysis of an open document. */
export function registerFeatures(connection: Connection, find: Find, client: () => FeatureClient): void {
  const view = async (uri: string): Promise<ReturnType<typeof featureView> | undefined> => {
    const analysed = await find(uri);
    return analysed && featureView(analysed);
  };

  connection.onHover(async ({ textDocument, position }) => {
    const analysis = await view(textDocument.uri);
    const found = analysis && hover(analysis, position);
    return found ? { contents: toMarkup(found.markdown), range: toRange(found.range) } : null;
  });

  connection.onCompletion(async ({ textDocument, position }) => {
    const analysis = await view(textDocument.uri);
    if (!analysis) return null;
    const list = complete(analysis, position);
    const items = toCompletionItems(list, textDocument.uri, client().snippets);
    if (list.path && client().files)
      items.push(...(await completePaths(connection, textDocument.uri, list, list.path)));
    return { isIncomplete: list.incomplete, items };
  });

  connection.onCompletionResolve(async (item): Promise<CompletionItem> => {
    const data = readCompletionData(item.data);
    const analysis = data && (await view(data.uri));
    const text = analysis && resolveCompletion(analysis, data.docKey);
    return text === undefined ? item : { ...item, documentation: toMarkup(text) };
  });

  connection.onSignatureHelp(async ({ textDocument, position }) => {
    const analysis = await view(textDocument.uri);
    const signature = analysis && signatureHelp(analysis, position);
    return signature ? toSignatureHelp(signature) : null;
  });

  connection.onDocumentSymbol(async ({ textDocument }) => {
    const analysis = await view(textDocument.uri);
    return analysis ? documentSymbols(analysis).map(toDocumentSymbol) : null;
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const analysis = await view(textDocument.uri);
    return analysis ? foldingRanges(analysis).map(toFoldingRange) : null;
  });

  connection.onDocumentLinks(async ({ textDocument }) => {
    const analysis = await view(textDocument.uri);
    return (analysis ? documentLinks(analysis) : []).flatMap((link) => {
      const target = linkTarget(link, textDocument.uri);
      return target === undefined ? [] : [{ range: toRange(link.range), target }];
    });
  });

  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const analysis = await view(textDocument.uri);
    return (analysis ? inlayHints(analysis, range) : []).map((hint) => ({
      position: { ...hint.position },
      label: hint.label,
      paddingLeft: true,
    }));
  });

  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const analysis = await view(textDocument.uri);
    return (analysis ? documentHighlights(analysis, position) : []).map(({ range, access }) => ({
      range: toRange(range),
      kind: access === 'write' ? 3 : 2,
    }));
  });

  connection.onDefinition(async ({ textDocument, position }) => {
    const analysis = await view(textDocument.uri);
    return analysis ? locations(definition(analysis, position), textDocument.uri) : null;
  });

  connection.onReferences(async ({ textDocument, position, context }) => {
    const analysis = await view(textDocument.uri);
    return analysis ? locations(references(analysis, position, context.includeDeclaration), textDocument.uri) : null;
  });

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const analysis = await view(textDocument.uri);
    const start = analysis && prepareRename(analysis, position);
    if (!start) return null;
    if (start.kind === 'problem') throw new ResponseError(0, start.message);
    return { range: toRange(start.range), placeholder: start.placeholder };
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
    const analysed = await find(textDocument.uri);
    const renamed = analysed && rename(featureView(analysed), position, newName);
    if (!analysed || !renamed) return null;
    if (renamed.kind === 'problem') throw new ResponseError(0, renamed.message);
    const { eol } = analysed.document;
    return {
      changes: Object.fromEntries(
        renamed.files.map(({ uri, edits }) => [uri ?? textDocument.uri, edits.map((edit) => toTextEdit(edit, eol))]),
      ),
    };
  });

  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const analysis = await view(textDocument.uri);
    return analysis ? selectionRanges(analysis, positions).map(toSelectionRange) : null;
  });

  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const analysis = await view(textDocument.uri);
    return { data: analysis ? [...semanticTokens(analysis)] : [] };
  });
  connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
    const analysis = await view(textDocument.uri);
    return { data: analysis ? [...semanticTokens(analysis, range)] : [] };
  });

  connection.onDocumentFormatting(async ({ textDocument }) => {
    const analysed = await find(textDocument.uri);
    if (!analysed?.settings.format?.enable) return [];
    return formatDocument(featureView(analysed)).map((edit) => toTextEdit(edit, analysed.document.eol));
  });
  connection.onDocumentRangeFormatting(async ({ textDocument, range }) => {
    const analysed = await find(textDocument.uri);
    if (!analysed?.settings.format?.enable) return [];
    return formatDocument(featureView(analysed), range).map((edit) => toTextEdit(edit, analysed.document.eol));
  });

  const codeActions = new CodeActions(find, client);
  connection.onCodeAction((params) => codeActions.find(params));

  connection.onCodeLens(async ({ textDocument }) => {
    const analysed = await find(textDocument.uri);
    if (!analysed || !client().ownCommands || analysed.settings.codeLens?.willItStart === false) return null;
    const top = { line: 0, character: 0 };
    return [
      {
        range: { start: top, end: top },
        command: { command: CLIENT_COMMANDS.willItStart, title: 'Will it start on ...?' },
      },
    ];
  });
}

function locations(places: readonly Place[], uri: string): Location[] {
  return places.map((place) => ({ uri: place.uri ?? uri, range: toRange(place.range) }));
}

function readCompletionData(data: unknown): CompletionData | undefined {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('docKey' in data)) return undefined;
  const { uri, docKey } = data;
  return typeof uri === 'string' && typeof docKey === 'string' ? { uri, docKey } : undefined;
}
