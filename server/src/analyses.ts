import { AclAnalysis } from './acl/analyze';
import { DocumentAnalysis, type DocumentContext, type IncludedFiles, Judge, type JudgeOptions } from './conf/analyze';
import { knownVersions } from './conf/catalogue/catalogue';
import { guessTarget } from './conf/guessTarget';
import { wordRulesOf } from './conf/judge';
import type { Pragma } from './conf/pragmas';
import type { Profile, Purpose, SeverityChoice } from './conf/rule';
import type { FileFacts } from './conf/settings';
import { parseTarget, type Target } from './conf/target';
import { followIncludes, type ReadInclude } from './includes';
import type { OpenDocument } from './openDocument';
import type { FileFactsParams, ServerSettings, TargetSource } from './protocol';

/** What the analyses ask of the outside. */
export interface AnalysisHost {
  settings(uri: string): Promise<ServerSettings>;
  readInclude: ReadInclude;
  /** Something beside the text has changed what is said of the document. */
  changed(uri: string): void;
}

/** How a document is judged, and why so. */
export interface JudgedAs {
  readonly target: Target;
  readonly source: TargetSource;
  readonly profile: Profile;
  readonly purpose: Purpose | undefined;
}

/** An open document with its analysis. */
export interface Analysed {
  readonly document: OpenDocument;
  readonly analysis: DocumentAnalysis | AclAnalysis;
  readonly settings: ServerSettings;
  readonly as: JudgedAs;
}

const TEMPLATE_NAME = /\.(?:j2|jinja2?|erb|epp|tpl|tmpl|gotmpl|template|mustache)$/i;
const FRAGMENT_PATH = /[/\\][^/\\]*conf\.d[/\\][^/\\]*$/i;
const REMEMBERED_JUDGES = 12;

interface State {
  settings: ServerSettings | undefined;
  loading: Promise<void> | undefined;
  facts: FileFactsParams | undefined;
  as: JudgedAs | undefined;
  guess: Target | undefined;
  /** The pragmas and include paths that the analysis was made with, to see when they change. */
  pragmaKey: string;
  includeKey: string;
  includes: IncludedFiles;
}

/** Keeps the analyses of all open documents in step with their texts, settings and included files. */
export class Analyses {
  private readonly states = new Map<string, State>();
  private readonly judges = new Map<string, Judge>();

  constructor(private readonly host: AnalysisHost) {}

  /** Takes a document in. */
  opened(document: OpenDocument): void {
    const state: State = {
      settings: undefined,
      loading: undefined,
      facts: undefined,
      as: undefined,
      guess: undefined,
      pragmaKey: '',
      includeKey: '',
      includes: new Map(),
    };
    this.states.set(document.uri, state);
    void this.load(document.uri, state);
  }

  /** Forgets a document. */
  closed(uri: string): void {
    this.states.delete(uri);
  }

  /** Settings have changed: all documents are judged anew. */
  settingsChanged(documents: Iterable<OpenDocument>): void {
    for (const document of documents) {
      const state = this.states.get(document.uri);
      if (!state) continue;
      document.analysis = undefined;
      state.settings = undefined;
      state.loading = undefined;
      void this.load(document.uri, state).then(() => this.host.changed(document.uri));
    }
  }

  /** Takes facts about a file that are not in its text. */
  setFileFacts(document: OpenDocument, facts: FileFactsParams): void {
    const state = this.states.get(document.uri);
    if (!state) return;
    state.facts = facts;
    if (document.analysis instanceof DocumentAnalysis) document.analysis.setContext(contextOf(document, state));
    else document.analysis = undefined;
    this.host.changed(document.uri);
  }

  /** Reads included files again, for instance because one of them was saved. */
  includesChanged(documents: Iterable<OpenDocument>): void {
    for (const document of documents) {
      const state = this.states.get(document.uri);
      if (state && state.includeKey !== '') {
        state.includeKey = '';
        this.followIncludes(document, state);
      }
    }
  }

  /** The analysis of a document as it is now; waits for its settings the first time. */
  async get(document: OpenDocument): Promise<Analysed | undefined> {
    const state = this.states.get(document.uri);
    if (!state) return undefined;
    if (!state.settings) await this.load(document.uri, state);
    return this.now(document, state);
  }

  private now(document: OpenDocument, state: State): Analysed | undefined {
    const { settings } = state;
    if (!settings) return undefined;
    let analysis = document.analysis;
    if (analysis instanceof DocumentAnalysis && pragmaKeyOf(analysis.pragmas) !== state.pragmaKey) analysis = undefined;
    if (!(analysis instanceof DocumentAnalysis || analysis instanceof AclAnalysis) || !state.as) {
      analysis = this.start(document, state, settings);
      document.analysis = analysis;
    }
    if (analysis instanceof DocumentAnalysis) this.followIncludes(document, state);
    if (!state.as || !(analysis instanceof DocumentAnalysis || analysis instanceof AclAnalysis)) return undefined;
    return { document, analysis, settings, as: state.as };
  }

  private start(document: OpenDocument, state: State, settings: ServerSettings): DocumentAnalysis | AclAnalysis {
    const severities = new Map(Object.entries(settings.rules ?? {}));
    if (document.language === 'redis-acl') {
      state.as = this.judgedAs(document, state, settings, []);
      return new AclAnalysis(document.document, {
        target: state.as.target,
        severities,
        byteOrderMark: state.facts?.byteOrderMark === true,
      });
    }
    let as = this.judgedAs(document, state, settings, []);
    let analysis = this.analyse(document, state, as, severities);
    const { pragmas } = analysis;
    if (pragmas.length > 0) {
      const told = this.judgedAs(document, state, settings, pragmas);
      if (JSON.stringify(told) !== JSON.stringify({ ...as, source: told.source })) {
        analysis = this.analyse(document, state, told, severities);
      }
      as = told;
    }
    state.as = as;
    state.pragmaKey = pragmaKeyOf(pragmas);
    return analysis;
  }

  private analyse(
    document: OpenDocument,
    state: State,
    as: JudgedAs,
    severities: ReadonlyMap<string, SeverityChoice>,
  ): DocumentAnalysis {
    const judge = this.judge({
      kind: document.language === 'redis-sentinel-conf' ? 'sentinel' : 'redis',
      target: as.target,
      profile: as.profile,
      ...(as.purpose ? { purpose: as.purpose } : {}),
      template: TEMPLATE_NAME.test(document.fileName),
      severities,
    });
    return new DocumentAnalysis(document.document, judge, contextOf(document, state));
  }

  private judge(options: JudgeOptions): Judge {
    const key = JSON.stringify({ ...options, severities: [...(options.severities ?? [])] });
    let judge = this.judges.get(key);
    if (!judge) {
      judge = new Judge(options);
      if (this.judges.size >= REMEMBERED_JUDGES) this.judges.clear();
      this.judges.set(key, judge);
    }
    return judge;
  }

  private judgedAs(
    document: OpenDocument,
    state: State,
    settings: ServerSettings,
    pragmas: readonly Pragma[],
  ): JudgedAs {
    const profile = pragmas.findLast((pragma) => pragma.profile !== undefined)?.profile ?? settings.profile;
    const purpose = pragmas.findLast((pragma) => pragma.purpose !== undefined)?.purpose ?? settings.purpose;
    const rest: Pick<JudgedAs, 'profile' | 'purpose'> = {
      profile: profile === 'outsystems' || profile === 'nuxeo' ? profile : 'generic',
      purpose: purpose === 'production' || purpose === 'non-production' ? purpose : undefined,
    };
    const comment = readTarget(pragmas.findLast((pragma) => pragma.target !== undefined)?.target);
    if (comment) return { target: comment, source: 'comment', ...rest };
    const setting = readTarget(settings.target);
    if (setting) return { target: setting, source: 'setting', ...rest };
    state.guess ??= guessTarget(document.document.lines, document.fileName);
    return { target: state.guess, source: 'guess', ...rest };
  }

  private followIncludes(document: OpenDocument, state: State): void {
    const { analysis } = document;
    if (!(analysis instanceof DocumentAnalysis)) return;
    const paths = analysis.includePaths;
    const key = paths.join('\n');
    if (key === state.includeKey) return;
    state.includeKey = key;
    if (state.settings?.followIncludes === false) return;
    const { env } = analysis.judge;
    // Patterns are file names before 7.0.
    const read: ReadInclude = async (uri, path) =>
      env.era < 7 && /[*?[]/.test(path) ? undefined : this.host.readInclude(uri, path);
    void followIncludes(document.uri, paths, wordRulesOf(env), read).then((includes) => {
      if (this.states.get(document.uri) !== state || state.includeKey !== key) return;
      state.includes = includes;
      if (document.analysis instanceof DocumentAnalysis) document.analysis.setContext(contextOf(document, state));
      this.host.changed(document.uri);
    });
  }

  private load(uri: string, state: State): Promise<void> {
    state.loading ??= this.host.settings(uri).then((settings) => {
      state.settings = settings;
    });
    return state.loading;
  }
}

function readTarget(text: string | undefined): Target | undefined {
  if (text === undefined) return undefined;
  return parseTarget(text, knownVersions[text.trim().toLowerCase().startsWith('valkey') ? 'valkey' : 'redis']);
}

function pragmaKeyOf(pragmas: readonly Pragma[]): string {
  return pragmas.map(({ target, profile, purpose }) => `${target ?? ''} ${profile ?? ''} ${purpose ?? ''}`).join('\n');
}

function contextOf(document: OpenDocument, state: State): DocumentContext {
  const { facts } = state;
  const file: FileFacts = {
    name: document.fileName,
    ...(facts?.byteOrderMark === undefined ? {} : { byteOrderMark: facts.byteOrderMark }),
    ...(facts?.worldReadable === undefined ? {} : { worldReadable: facts.worldReadable }),
    ...(facts?.trackedByGit === undefined ? {} : { trackedByGit: facts.trackedByGit }),
  };
  return { file, includes: state.includes, fragment: FRAGMENT_PATH.test(document.uri) };
}
