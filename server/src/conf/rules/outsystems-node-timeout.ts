import { outsystemsPurpose, weigh } from '../profiles';
import type { DocumentRule } from '../rule';
import { addAfter, changeTo, isMissing, ownLine } from '../stated';

const PUBLISHED = 5_000n;

/** The procedure counts on a failover after five seconds. */
export const outsystemsNodeTimeout: DocumentRule = {
  id: 'outsystems-node-timeout',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'OutSystems: cluster-node-timeout is not 5000',
  *check(settings, env) {
    if (outsystemsPurpose(settings, env) !== 'production' || !settings.isOn('cluster-enabled')) return;
    const line = ownLine(settings, 'cluster-node-timeout');
    const word = line?.args[0];
    const value = settings.number('cluster-node-timeout');
    if (line && word && value !== undefined && value !== PUBLISHED) {
      const hasty = value < 1_000n;
      yield {
        line: line.line,
        span: word,
        severity: hasty ? 'warning' : weigh(env),
        message: `The procedure sets 5000: a lost primary is replaced after 6 to 8 seconds. ${hasty ? `With ${value} a short pause is taken for a failure.` : `With ${value} the front ends wait a different time for their sessions.`}`,
        fixes: [changeTo('5000', word, line.line)],
      };
      return;
    }
    const enabled = ownLine(settings, 'cluster-enabled');
    if (!enabled || !isMissing(settings, env, 'cluster-node-timeout')) return;
    yield {
      line: enabled.line,
      severity: weigh(env),
      message:
        'The procedure sets "cluster-node-timeout 5000". Without the line it is 15000, and sessions of a lost primary are missing for three times as long.',
      fixes: [addAfter(settings, enabled.line, 'Add "cluster-node-timeout 5000"', 'cluster-node-timeout 5000')],
    };
  },
};
