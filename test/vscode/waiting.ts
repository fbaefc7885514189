import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until there is an answer, and returns it; rejects when the time is over. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, milliseconds = 60_000): Promise<T> {
  for (const end = Date.now() + milliseconds; ; await wait(50)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`After ${milliseconds} ms there is still not: ${what}`);
  }
}
