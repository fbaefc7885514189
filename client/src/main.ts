/**
 * The one bundle behind `dist/server.js` and `dist/cli.js`, which share the language core. Each half is loaded when it
 * is asked for: a start of the command line does not pay for the protocol.
 */

/** Starts the language server on the transport that the command line names. */
export async function startServer(): Promise<void> {
  await import('../../server/src/server.js');
}

/** Runs the command line. */
export async function runCommandLine(): Promise<void> {
  await import('./cli.js');
}
