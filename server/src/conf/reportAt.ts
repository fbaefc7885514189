import type { DocumentReport, LineReport } from './rule';
import { rangeOn, type RelatedPlace } from './finding';
import type { Occurrence } from './settings';

/** What is said of a line. Edits of its fixes count from the first line of the document. */
export interface Said extends LineReport {
  readonly related?: readonly RelatedPlace[];
}

/**
 * A report where a line stands. For a line of an included file that is the `include`, with the line itself as a
 * related place and without fixes, which belong to the other file.
 */
export function reportAt({ line, included, content }: Occurrence, said: Said): DocumentReport {
  if (!included) return { ...said, line };
  const name = included.uri.split('/').at(-1) ?? included.uri;
  const place = {
    uri: included.uri,
    range: rangeOn(included.line, { start: 0, end: content.text.length }),
    message: 'The line is here.',
  };
  const { message, severity, tags, related } = said;
  return {
    line,
    message: `Line ${included.line + 1} of ${name}: ${message}`,
    related: [place, ...(related ?? [])],
    ...(severity ? { severity } : {}),
    ...(tags ? { tags } : {}),
  };
}

/** A related place that shows another line. */
export function placeOf({ line, included, content }: Occurrence, message: string): RelatedPlace {
  const span = { start: 0, end: content.text.length };
  return included
    ? { uri: included.uri, range: rangeOn(included.line, span), message }
    : { range: rangeOn(line, span), message };
}
