import { setTimeout as wait } from 'node:timers/promises';
import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { BenchDocument, Place } from './documents';
import { cpuMilliseconds } from './processFacts';
import type { BenchServer } from './servers';
import { type Arrival, timed, Wire } from './wire';

/** What one exchange took: wall time without waiting for a processor, and what came of it. */
export interface Timing<T> {
  readonly milliseconds: number;
  readonly value: T;
}

const CAPABILITIES = {
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
  textDocument: {
    synchronization: {},
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: ['keyword', 'property', 'string', 'number', 'comment', 'variable'],
      tokenModifiers: [],
      formats: ['relative'],
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source', 'source.fixAll'] } },
    },
  },
} as const;

/** Longer than any wait of a server that debounces. */
const QUIET = 900;

/** One server process with one document, driven as an editor would. */
export class Session {
  private version = 1;
  private typed: { readonly place: Place; readonly key: string } | undefined;
  private keys = 0;
  /** The last full report, as clients that ask for diagnostics keep it. */
  private reported: { readonly resultId: string | undefined; readonly items: readonly Diagnostic[] } = {
    resultId: undefined,
    items: [],
  };

  private constructor(
    private readonly server: BenchServer,
    private readonly wire: Wire,
    private readonly document: BenchDocument,
    /** From the start of the process to its answer to `initialize`. */
    readonly startMilliseconds: number,
    readonly startCpu: number,
    readonly capabilities: Readonly<Record<string, unknown>>,
  ) {}

  static async start(server: BenchServer, document: BenchDocument): Promise<Session> {
    const pull = server.delivery === 'pull';
    const settings = (server.initializationOptions as { settings?: unknown } | undefined)?.settings ?? {};
    const wire = new Wire(server.command, (method, params) =>
      method === 'workspace/configuration' ? (params as { items: unknown[] }).items.map(() => settings) : null,
    );
    const { textDocument } = CAPABILITIES;
    const initialized = await timed(wire, () =>
      wire.request<{ capabilities: Record<string, unknown> }>('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: { ...CAPABILITIES, textDocument: pull ? { ...textDocument, diagnostic: {} } : textDocument },
        initializationOptions: server.initializationOptions ?? {},
      }),
    );
    const cpu = cpuMilliseconds(wire.processId);
    const { milliseconds, value } = initialized;
    wire.notify('initialized', {});
    server.configure?.(wire);
    return new Session(server, wire, document, milliseconds, cpu, value.capabilities);
  }

  get processId(): number {
    return this.wire.processId;
  }

  cpu(): number {
    return cpuMilliseconds(this.wire.processId);
  }

  /** Opens the document and waits for its diagnostics. */
  async open(): Promise<Timing<readonly Diagnostic[]>> {
    const { uri, languageId, text } = this.document;
    return this.diagnosed(() =>
      this.wire.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: this.version, text } }),
    );
  }

  /**
   * One key in the middle of the document: a character behind a number, or the deletion of the one before. Every time
   * at another place, so that most texts are new. Waits for the diagnostics.
   */
  async edit(): Promise<Timing<readonly Diagnostic[]>> {
    return this.diagnosed(() => this.press());
  }

  /** Keys at a steady pace on one line; what follows the last one. */
  async burst(keys: number, pause: number): Promise<{ last: number; reports: number; cpu: number }> {
    const place = this.document.typingPlaces[0] ?? { line: 0, character: 0 };
    const arrivals: number[] = [];
    const cpuBefore = this.cpu();
    let open = true;
    const listen = async (): Promise<void> => {
      while (open) arrivals.push((await this.wire.next<unknown>('textDocument/publishDiagnostics')).at);
    };
    if (this.server.delivery === 'push') void listen().catch(() => undefined);
    let pressedAt = 0;
    for (let key = 0; key < keys; key++) {
      pressedAt = performance.now();
      this.insert({ line: place.line, character: place.character + key }, `${(key % 9) + 1}`);
      if (this.server.delivery === 'pull') void this.pull().then(({ at }) => arrivals.push(at));
      await wait(pause);
    }
    await wait(QUIET);
    open = false;
    const cpu = this.cpu() - cpuBefore;
    this.remove(place, { line: place.line, character: place.character + keys });
    return { last: (arrivals.at(-1) ?? Number.NaN) - pressedAt, reports: arrivals.length, cpu };
  }

  /** Asks something about the document. */
  async ask<T>(method: string, params: object = {}): Promise<Timing<T>> {
    return timed(this.wire, () =>
      this.wire.request<T>(method, { textDocument: { uri: this.document.uri }, ...params }),
    );
  }

  stop(): Promise<void> {
    return this.wire.stop();
  }

  private async diagnosed(act: () => void): Promise<Timing<readonly Diagnostic[]>> {
    return timed(this.wire, async () => {
      if (this.server.delivery === 'push') {
        const published = this.wire.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
        act();
        const { value, at } = await published;
        return { value: value.diagnostics, at };
      }
      act();
      return this.pull();
    });
  }

  private async pull(): Promise<Arrival<readonly Diagnostic[]>> {
    const { resultId: previousResultId, items } = this.reported;
    const { value, at } = await this.wire.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: this.document.uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
    if (value.kind === 'unchanged') return { value: items, at };
    this.reported = { resultId: value.resultId, items: value.items };
    return { value: value.items, at };
  }

  private press(): void {
    if (this.typed) {
      const { place } = this.typed;
      this.typed = undefined;
      this.remove(place, { line: place.line, character: place.character + 1 });
      return;
    }
    const { typingPlaces } = this.document;
    const place = typingPlaces[(this.keys * 7) % typingPlaces.length];
    if (!place) throw new Error(`${this.document.uri} has no place to type at`);
    // A letter behind a number is a fault, so every fourth key changes what is reported, and so does its deletion.
    this.typed = { place, key: this.keys % 4 === 3 ? 'x' : `${this.keys % 10}` };
    this.keys++;
    this.insert(place, this.typed.key);
  }

  private insert(at: Place, text: string): void {
    this.change({ range: { start: at, end: at }, text });
  }

  private remove(start: Place, end: Place): void {
    this.change({ range: { start, end }, text: '' });
  }

  private change(change: object): void {
    const { uri } = this.document;
    this.wire.notify('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [change],
    });
  }
}
