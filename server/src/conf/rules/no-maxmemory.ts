import { readMemory } from '../numbers';
import type { DocumentRule, RuleEnvironment } from '../rule';
import type { Settings } from '../settings';
import { isWhole, ownLine } from '../stated';

/** The limit in bytes, 0 for none; undefined when the file cannot tell. */
export function maxmemoryOf(settings: Settings, env: RuleEnvironment): bigint | undefined {
  if (settings.count('maxmemory') === 0 && !isWhole(settings, env)) return undefined;
  return readMemory(settings.value('maxmemory') ?? '0', env);
}

/** Nothing keeps the server from taking all memory of its machine. */
export const noMaxmemory: DocumentRule = {
  id: 'no-maxmemory',
  group: 'memory',
  severity: 'information',
  scope: 'document',
  title: 'No limit to the memory of the server',
  *check(settings, env) {
    // The house rules of a profile say how much it should be.
    if (env.kind !== 'redis' || env.template || env.profile !== 'generic') return;
    if (maxmemoryOf(settings, env) !== 0n) return;
    if (settings.last('maxmemory')?.included) return;
    const stated = ownLine(settings, 'maxmemory');
    const production = env.purpose === 'production';
    yield {
      line: stated?.line ?? 0,
      // Who writes 0 has thought of it.
      severity: stated ? (production ? 'information' : 'hint') : production ? 'warning' : 'information',
      message: `${stated ? '"maxmemory" is 0, so' : 'Without "maxmemory"'} the server may grow until the machine has no memory left and the system kills it. Set it to 80 or 90 % of the memory that all servers on the machine together may use, less where snapshots are taken.`,
    };
  },
};
