import { isOutSystems, weigh } from '../profiles';
import type { DocumentRule } from '../rule';
import { anchorLine, isMissing, ownLine } from '../stated';

/** Two nodes share a server; without a limit one of them takes what the other needs. */
export const outsystemsMaxmemory: DocumentRule = {
  id: 'outsystems-maxmemory',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'OutSystems: no limit for the memory of sessions',
  *check(settings, env) {
    if (!isOutSystems(env)) return;
    const line = ownLine(settings, 'maxmemory');
    const unlimited = line ? settings.number('maxmemory') === 0n : isMissing(settings, env, 'maxmemory');
    if (!unlimited) return;
    yield {
      line: line?.line ?? anchorLine(settings, 'maxmemory-policy', 'dir', 'port'),
      severity: weigh(env),
      message:
        env.purpose === 'non-production'
          ? 'Without "maxmemory" sessions grow until the kernel kills the server. State about 80 % of the memory of the machine.'
          : 'Without "maxmemory" sessions grow until the kernel kills a process. Two nodes share each server: state about 40 % of its memory for each, 3gb of 8 GB.',
    };
  },
};
