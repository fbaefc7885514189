import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { InitializationOptions, ServerSettings } from '../../server/src/protocol';

const SERVER = join(__dirname, '../../../dist/server.js');

export interface LspOptions {
  readonly command?: readonly string[];
  readonly settings?: ServerSettings;
  readonly initialization?: InitializationOptions;
  /** A client of the old kind: no pull of diagnostics, no configuration requests. */
  readonly plain?: boolean;
}

/** The language server in a process of its own, spoken to over stdio as any editor would. */
export class LspClient {
  private version = 1;
  private readonly published: PublishDiagnosticsParams[] = [];
  private readonly waiting: (() => void)[] = [];

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  initialized: InitializeResult | undefined;

  /** Starts the server and shakes hands with it. */
  static async start(options: LspOptions = {}): Promise<LspClient> {
    const [command = process.execPath, ...args] = options.command ?? [process.execPath, SERVER, '--stdio'];
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new LspClient(child, connection);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.published.push(params);
      for (const wake of client.waiting.splice(0)) wake();
    });
    connection.onRequest('workspace/configuration', (params: { items: readonly unknown[] }) =>
      params.items.map(() => options.settings ?? {}),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.listen();
    const textDocument = {
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
      },
      completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      hover: { contentFormat: ['markdown'] },
    };
    client.initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.plain
        ? { textDocument }
        : {
            workspace: {
              configuration: true,
              didChangeConfiguration: { dynamicRegistration: true },
              diagnostics: { refreshSupport: true },
            },
            textDocument: { ...textDocument, diagnostic: {} },
          },
      initializationOptions: options.plain
        ? { settings: options.settings, ...options.initialization }
        : options.initialization,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  async open(uri: string, text: string, languageId = 'redis-conf'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: this.version++, text },
    });
  }

  /** Replaces a range, given as [line, character, endLine, endCharacter]; without a range the whole text. */
  async change(uri: string, text: string, range?: readonly [number, number, number, number]): Promise<number> {
    const version = this.version++;
    const change = range
      ? {
          text,
          range: { start: { line: range[0], character: range[1] }, end: { line: range[2], character: range[3] } },
        }
      : { text };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    return version;
  }

  /** Asks for the diagnostics of a document, as editors that pull do. */
  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items : [];
  }

  /** Waits for published diagnostics of a document that satisfy a condition. */
  async publishedFor(
    uri: string,
    until: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    for (;;) {
      const found = this.published.findLast((params) => params.uri === uri);
      if (found && until(found.diagnostics)) return found.diagnostics;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Asks the server to end, and waits until its process has. */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await exited;
    this.connection.dispose();
    return code;
  }
}
