import { outsystemsPurpose, weigh } from '../profiles';
import type { DocumentRule } from '../rule';
import { anchorLine, changeTo, ownLine, sureNumber } from '../stated';

/** Firewalls and connection strings of an OutSystems environment expect certain ports. */
export const outsystemsPort: DocumentRule = {
  id: 'outsystems-port',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'OutSystems: the port is not the one of the procedure',
  *check(settings, env) {
    const purpose = outsystemsPurpose(settings, env);
    const port = sureNumber(settings, env, 'port');
    if (!purpose || port === undefined) return;
    const isTls = port === 0n && (settings.number('tls-port') ?? 0n) !== 0n;
    const actual = isTls ? (settings.number('tls-port') ?? 0n) : port;
    const usual = purpose === 'production' ? [7000n, 7001n] : [6379n];
    if (usual.includes(actual)) return;
    const line = ownLine(settings, isTls ? 'tls-port' : 'port');
    const word = line?.args[0];
    yield {
      line: line?.line ?? anchorLine(settings, 'cluster-enabled'),
      ...(word ? { span: word } : {}),
      severity: weigh(env),
      message:
        purpose === 'production'
          ? `A production node listens on 7000 (primary) or 7001 (replica), its bus on 17000 or 17001; this one listens on ${actual}. Firewalls and the connection string of the front ends follow these ports.`
          : `The server of non-production environments listens on 6379; this one listens on ${actual}. Firewall and connection string have to follow.`,
      fixes: line && word ? usual.map((value) => changeTo(String(value), word, line.line)) : [],
    };
  },
};
