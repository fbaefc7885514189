import { setTimeout as wait } from 'node:timers/promises';
import { errors, type Locator } from 'playwright-core';

/** Asks again and again until there is an answer, and returns it; rejects when the time is over. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, milliseconds = 60_000): Promise<T> {
  for (const end = Date.now() + milliseconds; ; await wait(50)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`After ${milliseconds} ms there is still not: ${what}`);
  }
}

/**
 * Does something until a thing is seen for it. What is not ready yet ignores a request and does not come back to it, so
 * after some seconds the request is taken back and made again.
 */
export async function request(
  target: Locator,
  make: () => Promise<void>,
  takeBack: () => Promise<void>,
): Promise<Locator> {
  return until(`an answer with ${target.toString()}`, async () => {
    await make();
    try {
      await target.first().waitFor({ timeout: 5_000 });
      return target;
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      await takeBack();
      return undefined;
    }
  });
}
