/**
 * The floor: a language server that does next to nothing, on the same library and bundled the same way as ours.
 * What it costs is what any server of this kind costs. It reads every line with one expression and reports names
 * that are in no fixed set, and values that are neither a number nor a truth value where one must be.
 */
import {
  createConnection,
  type Diagnostic,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

interface Options {
  readonly names: readonly string[];
  /** The names whose values must be a number, yes or no. */
  readonly checked: readonly string[];
}

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let names: ReadonlySet<string> = new Set();
let checked: ReadonlySet<string> = new Set();

connection.onInitialize(({ initializationOptions }) => {
  // The bench is the only client and sends exactly this.
  const options = initializationOptions as Options;
  names = new Set(options.names);
  checked = new Set(options.checked);
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      hoverProvider: true,
      completionProvider: {},
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      semanticTokensProvider: { legend: { tokenTypes: ['keyword'], tokenModifiers: [] }, full: true },
      codeActionProvider: true,
    },
  };
});

connection.languages.diagnostics.on(({ textDocument }) => ({ kind: 'full', items: check(textOf(textDocument.uri)) }));

connection.onHover(({ textDocument, position }) => {
  const line = documents.get(textDocument.uri)?.getText(lineRange(position.line)) ?? '';
  return { contents: { kind: 'markdown', value: `About ${line.split(' ')[0] ?? ''}.` } };
});

connection.onCompletion(() => [...names].map((label) => ({ label, kind: 10 })));

connection.onDocumentSymbol(({ textDocument }) =>
  textOf(textDocument.uri)
    .split('\n')
    .map((text, line) => {
      const range = { start: { line, character: 0 }, end: { line, character: text.length } };
      return { name: text.split(' ', 1)[0] || ' ', kind: 7 as const, range, selectionRange: range };
    }),
);

connection.onFoldingRanges(({ textDocument }) => [
  { startLine: 0, endLine: textOf(textDocument.uri).split('\n').length - 1 },
]);

connection.languages.semanticTokens.on(({ textDocument }) => ({
  data: textOf(textDocument.uri)
    .split('\n')
    .flatMap((line, at) => [at === 0 ? 0 : 1, 0, line.split(' ', 1)[0]?.length ?? 0, 0, 0]),
}));

connection.onCodeAction(({ context }) => context.diagnostics.map(() => ({ title: 'Mend', kind: 'quickfix' })));

documents.listen(connection);
connection.listen();

/** A name and, when the rest of the line is one, a number or a truth value. */
const LINE = /^(\S*) ?(?:(-?\d+|yes|no)$)?.*$/gm;

function check(text: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  LINE.lastIndex = 0;
  for (let line = 0, match = LINE.exec(text); match; line++, match = LINE.exec(text)) {
    const [whole, name = '', value] = match;
    if (whole === '') LINE.lastIndex++;
    else if (!names.has(name) || (value === undefined && checked.has(name))) {
      const range = { start: { line, character: 0 }, end: { line, character: whole.length } };
      found.push({ range, severity: 1, source: 'floor', message: `${name} is not right here.` });
    }
  }
  return found;
}

function textOf(uri: string): string {
  return documents.get(uri)?.getText() ?? '';
}

function lineRange(line: number) {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}
