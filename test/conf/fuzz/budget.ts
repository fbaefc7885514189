import fc from 'fast-check';

/** How long all fuzzing of a file takes: short by hand, a minute in CI, as long as wanted over night. */
export const SECONDS = Number(
  process.env['REDIS_ENVIRONMENTS_FUZZ_SECONDS'] ?? (process.env['CI'] === 'true' ? 60 : 20),
);

/** The same inputs on every run, so that a change is judged by what it changes; other seeds are for hunting. */
export const SEED = Number(process.env['REDIS_ENVIRONMENTS_SEED'] ?? 20_261_120);

/** Tries a property for its share of the time; a failure is made small and printed with the seed. */
export function tryFor(share: number, property: fc.IProperty<unknown>): void {
  fc.assert(property, {
    seed: SEED,
    numRuns: 2 ** 30,
    interruptAfterTimeLimit: SECONDS * 1_000 * share,
    markInterruptAsFailure: false,
  });
}
