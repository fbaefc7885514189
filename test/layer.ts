/**
 * Ends a test layer that this machine cannot run: skipped with the reason in print, and a failure in CI, where every
 * layer must run. Call it from a `before` hook, with the hook's `this`.
 */
export function unavailable(context: Mocha.Context, reason: string): never {
  if (process.env['CI'] === 'true') {
    throw new Error(`In CI every layer must run, and this one cannot: ${reason}`);
  }
  process.stdout.write(`  not run: ${reason}\n`);
  return context.skip();
}
