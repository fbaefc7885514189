import type { DocumentRule } from '../rule';
import { changeTo, ownLine, sureNumber } from '../stated';

const WRITES = 'min-replicas-to-write';
const LAG = 'min-replicas-max-lag';

/** Both numbers have to be above zero; one alone asks for nothing. */
export const minReplicasDisabled: DocumentRule = {
  id: 'min-replicas-disabled',
  group: 'replication',
  severity: 'warning',
  scope: 'document',
  title: 'Writes are to wait for replicas, but one of the two numbers is 0',
  *check(settings, env) {
    if (env.kind !== 'redis') return;
    const writes = sureNumber(settings, env, WRITES);
    const lag = sureNumber(settings, env, LAG);
    if (writes === undefined || lag === undefined) return;
    const lagLine = ownLine(settings, LAG);
    const lagWord = lagLine?.args[0];
    if (writes <= 0n || lag !== 0n || !lagLine || !lagWord) return;
    yield {
      line: lagLine.line,
      span: lagWord,
      message: `A lag of 0 switches the check off, so "${WRITES} ${writes}" protects nothing. State how many seconds a replica may be behind.`,
      fixes: [changeTo('10', lagWord, lagLine.line)],
    };
  },
};
