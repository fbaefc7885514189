import { readFileSync } from 'node:fs';

/** What the run outside asks of the run inside the extension host. */
export interface Assignment {
  /** publisher.name of the extension under test. */
  readonly extension: string;
  /** The compiled suites to run. */
  readonly suites: readonly string[];
  /** Where mocha's JSON report is written. */
  readonly report: string;
  /** Runs only the tests whose full title holds this. */
  readonly only?: string;
}

/** The environment variable that names the file with the assignment. */
export const assignmentVariable = 'REDIS_ENVIRONMENTS_HOST_TESTS';

/** The assignment of this extension host. */
export function assignment(): Assignment {
  const file = process.env[assignmentVariable];
  if (file === undefined) throw new Error(`${assignmentVariable} is not set: this runs inside the extension host only`);
  return JSON.parse(readFileSync(file, 'utf8')) as Assignment;
}
