import {
  type Connection,
  createConnection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { Analyses, type Analysed } from './analyses';
import { targetName } from './conf/target';
import { DiagnosticReports, diagnosticsOf } from './diagnosticReports';
import { registerFeatures, featureCapabilities } from './features';
import { registerVersionRequests } from './versionRequests';
import { OpenDocument } from './openDocument';
import * as protocol from './protocol';

/** Where the page of a rule is, unless the client says otherwise. */
const RULE_PAGES = 'https://github.com/redis-environments/redis-environments/blob/main/server/src/conf/rules/{id}.md';

/** What the client can do. */
interface Client {
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly snippets: boolean;
  readonly documentChanges: boolean;
  readonly options: protocol.InitializationOptions;
}

const connection: Connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments<OpenDocument>({
  create: (uri, languageId, version, content) => new OpenDocument(uri, languageId, version, content),
  update: (document, changes, version) => {
    document.update(changes, version);
    return document;
  },
});
let client: Client = {
  configuration: false,
  dynamicConfiguration: false,
  pull: false,
  refresh: false,
  snippets: false,
  documentChanges: false,
  options: {},
};

const reports = new DiagnosticReports();
const analyses = new Analyses({
  settings: async (uri) => {
    if (!client.configuration) return client.options.settings ?? {};
    const settings: unknown = await connection.workspace.getConfiguration({
      scopeUri: uri,
      section: protocol.SETTINGS_SECTION,
    });
    return typeof settings === 'object' && settings !== null ? settings : {};
  },
  readInclude: async (uri, path) => {
    if (!client.options.files) return undefined;
    const params: protocol.ReadIncludeParams = { uri, path };
    const answer = await connection.sendRequest<protocol.ReadIncludeResult>(protocol.READ_INCLUDE, params);
    return answer.files;
  },
  changed: (uri) => {
    if (client.pull) {
      if (client.refresh) void connection.languages.diagnostics.refresh();
    } else void publish(uri);
    void connection.sendNotification(protocol.STATUS_CHANGED, { uri });
  },
});

connection.onInitialize((params: InitializeParams): InitializeResult => {
  const { capabilities } = params;
  client = {
    configuration: capabilities.workspace?.configuration === true,
    dynamicConfiguration: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pull: capabilities.textDocument?.diagnostic !== undefined,
    refresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    documentChanges: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    options: readOptions(params.initializationOptions),
  };
  return {
    serverInfo: { name: 'redis-environments' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...(client.pull ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
      ...featureCapabilities,
    },
  };
});

connection.onInitialized(() => {
  if (client.dynamicConfiguration) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: protocol.SETTINGS_SECTION });
  }
});

connection.onDidChangeConfiguration((change) => {
  if (!client.configuration) {
    const settings: unknown = (change.settings as Record<string, unknown> | null)?.[protocol.SETTINGS_SECTION];
    if (typeof settings === 'object' && settings !== null)
      client = { ...client, options: { ...client.options, settings } };
  }
  analyses.settingsChanged(documents.all());
});

documents.onDidOpen(({ document }) => analyses.opened(document));
documents.onDidClose(({ document }) => {
  analyses.closed(document.uri);
  if (!client.pull) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
});
documents.onDidChangeContent(({ document }) => {
  if (!client.pull) void publish(document.uri);
});
documents.onDidSave(() => analyses.includesChanged(documents.all()));

connection.languages.diagnostics.on(async (params): Promise<DocumentDiagnosticReport> => {
  const analysed = await analysedAt(params.textDocument.uri);
  return analysed ? reports.report(analysed, rulePages(), params.previousResultId) : { kind: 'full', items: [] };
});

connection.onNotification(protocol.FILE_FACTS, (facts: protocol.FileFactsParams) => {
  const document = documents.get(facts.uri);
  if (document) analyses.setFileFacts(document, facts);
});

connection.onRequest(
  protocol.DOCUMENT_STATUS,
  async (params: protocol.DocumentStatusParams): Promise<protocol.DocumentStatus | null> => {
    const analysed = await analysedAt(params.uri);
    if (!analysed) return null;
    const { as, analysis } = analysed;
    const count = (severity: string): number => analysis.findings.filter((one) => one.severity === severity).length;
    return {
      target: targetName(as.target),
      source: as.source,
      profile: as.profile,
      ...(as.purpose ? { purpose: as.purpose } : {}),
      errors: count('error'),
      warnings: count('warning'),
    };
  },
);

registerFeatures(connection, analysedAt, () => ({
  snippets: client.snippets,
  documentChanges: client.documentChanges,
  ownCommands: client.options.ownCommands === true,
  files: client.options.files === true,
}));
registerVersionRequests(connection, analysedAt);
documents.listen(connection);
connection.listen();

async function analysedAt(uri: string): Promise<Analysed | undefined> {
  const document = documents.get(uri);
  return document ? analyses.get(document) : undefined;
}

async function publish(uri: string): Promise<void> {
  const analysed = await analysedAt(uri);
  if (!analysed) return;
  await connection.sendDiagnostics({
    uri,
    version: analysed.document.version,
    diagnostics: diagnosticsOf(analysed, rulePages()),
  });
}

function rulePages(): string {
  return client.options.rulePages ?? RULE_PAGES;
}

function readOptions(options: unknown): protocol.InitializationOptions {
  return typeof options === 'object' && options !== null ? options : {};
}
