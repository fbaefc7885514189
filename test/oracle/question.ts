/** A config file to be judged, with the files that lie beside it. */
export interface Question {
  readonly text: string | Uint8Array;
  readonly mode: 'server' | 'sentinel';
  /** Side files by path relative to the directory that the server starts in. A path that ends with / is a directory. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Unknown names that no module took, each with its line in the file, or null when the output does not tell which. */
export type Unresolved = readonly (readonly [line: number | null, text: string])[];

/** What a real server says about a file. */
export type Verdict =
  /** It reached its ready line. */
  | { readonly verdict: 'accepted' }
  /** A config error. Without a line when the server gives none. */
  | { readonly verdict: 'rejected'; readonly line?: number; readonly reason: string; readonly unresolved?: Unresolved }
  /** The file was read, then the start failed. */
  | { readonly verdict: 'failed'; readonly reason: string }
  /** The server died of a bug of its own. */
  | { readonly verdict: 'crashed'; readonly reason: string };

/** A reply of a running server; map replies come as flat arrays. */
export type Reply = string | number | null | { readonly error: string } | readonly Reply[];

/** What the oracle asks of one of its workers. */
export interface WorkerRequest {
  readonly id: number;
  readonly target: string;
  readonly question: Question;
  /** Commands to send once the server is ready; without them only the verdict is wanted. */
  readonly commands?: readonly (readonly string[])[];
}

/** What a worker answers. */
export type WorkerAnswer =
  | { readonly kind: 'open' }
  | { readonly kind: 'verdict'; readonly id: number; readonly verdict: Verdict }
  | { readonly kind: 'replies'; readonly id: number; readonly replies: readonly Reply[] }
  | { readonly kind: 'broken'; readonly id: number | null; readonly reason: string };
