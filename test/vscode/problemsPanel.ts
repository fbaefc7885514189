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

/** The little of the page's objects that is used here; the tests are compiled without the browser's types. */
interface PageElement {
  readonly className: string;
  readonly textContent: string | null;
  querySelector(selector: string): PageElement | null;
}

/** What the rows of the Problems panel say at this moment. */
export function readProblems(rows: Locator): Promise<readonly ProblemRow[]> {
  return rows.evaluateAll((elements: readonly PageElement[]) =>
    elements.map((element) => {
      const part = (name: string) => element.querySelector(name)?.textContent ?? '';
      const icon = element.querySelector('.marker-icon')?.className ?? '';
      return {
        severity: /\b(error|warning|info)\b/.exec(icon)?.[0] ?? '',
        message: part('.marker-message').replace(/\u00a0/g, ' '),
        source: part('.marker-source'),
        code: part('.marker-code'),
        position: part('.marker-line'),
      };
    }),
  );
}
