import type { Locator } from 'playwright-core';

/** A row of the Problems panel. */
export interface ProblemRow {
  readonly severity: string;
  readonly message: string;
  readonly source: string;
  readonly code: string;
  /** As shown: [Ln 3, Col 11]. */
  readonly position: string;
}

/** What the rows of the Problems panel say. */
export async function readProblems(rows: Locator): Promise<readonly ProblemRow[]> {
  return Promise.all((await rows.all()).map(readProblem));
}

async function readProblem(row: Locator): Promise<ProblemRow> {
  const icon = (await row.locator('.marker-icon').getAttribute('class')) ?? '';
  const part = async (name: string) => (await row.locator(name).allInnerTexts()).join(' ');
  return {
    severity: /\b(error|warning|info)\b/.exec(icon)?.[0] ?? '',
    message: await part('.marker-message'),
    source: await part('.marker-source'),
    code: await part('.marker-code'),
    position: await part('.marker-line'),
  };
}
