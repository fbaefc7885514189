import { after, before } from 'mocha';
import { ensureServers, type RealServer } from './servers.js';
import { Oracle } from './verdict.js';

/** The oracle of a suite and the servers it was opened with; to be read inside tests, not before. */
export interface OracleOfSuite {
  readonly oracle: Oracle;
  readonly servers: readonly RealServer[];
}

const installMs = 600_000;

/**
 * Opens the oracle for a suite and closes it after. Where the machine cannot have it the suite is skipped and the
 * reason is printed; in CI (`CI=true`) that is a failure, and so is a server that could not be had.
 */
export function useOracle(): OracleOfSuite {
  let opened: OracleOfSuite | undefined;
  const get = (): OracleOfSuite => {
    if (opened === undefined) throw new Error('the oracle is open only while the tests of its suite run');
    return opened;
  };
  before('open the oracle', async function () {
    this.timeout(installMs);
    const inCi = process.env['CI'] === 'true';
    try {
      const { servers, missing } = await ensureServers();
      const reasons = missing.map(({ suite, product, reason }) => `${product} of ${suite}: ${reason}`);
      if (servers.length === 0 || (inCi && reasons.length > 0))
        throw new Error(`no real servers: ${reasons.join('; ')}`);
      for (const reason of reasons) console.log(`      without ${reason}`);
      opened = { oracle: await Oracle.open(servers), servers };
    } catch (error) {
      if (inCi) throw error;
      console.log(`      skipped: ${error instanceof Error ? error.message : String(error)}`);
      this.skip();
    }
  });
  after('close the oracle', async () => {
    await opened?.oracle.close();
    opened = undefined;
  });
  return {
    get oracle() {
      return get().oracle;
    },
    get servers() {
      return get().servers;
    },
  };
}
