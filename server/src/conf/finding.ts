/** Zero-based line and UTF-16 column, as editors count. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open range of text: `end` is not part of it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Half-open range of columns within one line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `error` means that the targeted server refuses to start, and nothing else does. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Replaces `range` by `newText`. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A change that settles a finding. `preferred` fixes are certain enough to be applied without asking. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred: boolean;
}

/** Another place that explains a finding. `uri` is absent for the document itself. */
export interface RelatedPlace {
  readonly range: Range;
  readonly message: string;
  readonly uri?: string;
}

export type FindingTag = 'unnecessary' | 'deprecated';

/** What a rule says about a range of the document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  readonly tags?: readonly FindingTag[];
}

/** The range of `span` on `line`. */
export function rangeOn(line: number, span: Span): Range {
  return { start: { line, character: span.start }, end: { line, character: span.end } };
}
