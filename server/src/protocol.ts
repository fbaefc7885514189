/**
 * What client and server say to each other beyond the Language Server Protocol, and the settings that the server
 * reads. Types and names only; both sides import it.
 */
import type { Product } from './conf/target';
import type { Profile, Purpose, SeverityChoice } from './conf/rule';

/** Language ids, as package.json contributes them. */
export const LANGUAGE_IDS = ['redis-conf', 'redis-sentinel-conf', 'redis-acl'] as const;
export type LanguageId = (typeof LANGUAGE_IDS)[number];

/** The section of the settings that the server asks for. */
export const SETTINGS_SECTION = 'redisEnvironments';

/** Settings of the server, each optional: what is absent has its default. */
export interface ServerSettings {
  /** `redis@7.0`, `valkey@8.1.1`, or `auto`. */
  readonly target?: string;
  readonly profile?: Profile;
  readonly purpose?: Purpose | 'unspecified';
  /** Severity by rule id. */
  readonly rules?: Readonly<Record<string, SeverityChoice>>;
  readonly followIncludes?: boolean;
  readonly format?: { readonly enable?: boolean };
  readonly codeLens?: { readonly willItStart?: boolean };
}

/** What a client may say at `initialize`. Everything is optional, so that any LSP client can start the server. */
export interface InitializationOptions {
  /** Used by clients that answer no `workspace/configuration`. */
  readonly settings?: ServerSettings;
  /** Address of a rule's page, with `{id}` in the place of the rule id. */
  readonly rulePages?: string;
  /** The client answers the file requests below. */
  readonly files?: boolean;
  /** The client has the commands in CLIENT_COMMANDS. */
  readonly ownCommands?: boolean;
}

/** Server to client: the files that an `include` argument names, read by whatever file system the client has. */
export const READ_INCLUDE = 'redisEnvironments/readInclude';
export interface ReadIncludeParams {
  /** The document with the `include` line. */
  readonly uri: string;
  /** The argument as written: a path, or a pattern with `*`, `?` and `[`. */
  readonly path: string;
}
export interface ReadIncludeResult {
  /** In the order in which the server reads them. Absent when the path could not, or must not, be read. */
  readonly files?: readonly { readonly uri: string; readonly text: string }[];
  /** Why there are no files, in a sentence for the user. */
  readonly problem?: string;
}

/** Server to client: names in a directory, for the completion of paths. */
export const LIST_DIRECTORY = 'redisEnvironments/listDirectory';
export interface ListDirectoryParams {
  readonly uri: string;
  readonly path: string;
}
export interface ListDirectoryResult {
  readonly entries: readonly { readonly name: string; readonly directory: boolean }[];
}

/** Client to server: facts about a file that are not in its text. */
export const FILE_FACTS = 'redisEnvironments/fileFacts';
export interface FileFactsParams {
  readonly uri: string;
  readonly byteOrderMark?: boolean;
  readonly worldReadable?: boolean;
  readonly trackedByGit?: boolean;
}

/** Client to server: what a document is judged for. */
export const DOCUMENT_STATUS = 'redisEnvironments/documentStatus';
export interface DocumentStatusParams {
  readonly uri: string;
}
export type TargetSource = 'comment' | 'environment' | 'setting' | 'guess';
export interface DocumentStatus {
  /** `redis@7.0.15` */
  readonly target: string;
  readonly source: TargetSource;
  readonly profile: Profile;
  readonly purpose?: Purpose;
  readonly errors: number;
  readonly warnings: number;
}

/** Server to client: the status of a document has changed. */
export const STATUS_CHANGED = 'redisEnvironments/statusChanged';

/** Client to server: the targets to choose from, newest first within a product. */
export const OFFERED_TARGETS = 'redisEnvironments/offeredTargets';
export type OfferedTargets = readonly { readonly target: string; readonly product: Product }[];

/** Client to server: would the document start on each offered target? */
export const STARTS_ON = 'redisEnvironments/startsOn';
export interface StartsOnParams {
  readonly uri: string;
}
export interface StartsOnAnswer {
  readonly target: string;
  readonly starts: boolean;
  /** The first refusal, lines from 0. */
  readonly refusal?: { readonly line: number; readonly message: string };
  /** Defaults and meanings that differ from those of the document's own target. */
  readonly notes: readonly string[];
}

/** Client to server: what changes from the document's target to another one. */
export const UPGRADE = 'redisEnvironments/upgrade';
export interface UpgradeParams {
  readonly uri: string;
  readonly to: string;
}
export interface UpgradeAnswer {
  readonly from: string;
  readonly to: string;
  /** Markdown for people. */
  readonly report: string;
  /** Changes that can be applied, each with its edits in the document; positions from 0. */
  readonly changes: readonly {
    readonly title: string;
    readonly detail: string;
    readonly certain: boolean;
    readonly edits: readonly {
      readonly line: number;
      readonly character: number;
      readonly endLine: number;
      readonly endCharacter: number;
      readonly newText: string;
    }[];
  }[];
}

/** Commands that code lenses and code actions of the server name; the client implements them. */
export const CLIENT_COMMANDS = {
  willItStart: 'redisEnvironments.willItStart',
  explainRule: 'redisEnvironments.explainRule',
} as const;
