import { readSentinelFile } from '../../sentinel/monitored';
import type { DocumentRule } from '../rule';
import { addAfter, changeTo, isWhole } from '../stated';

/** Names that Sentinel hands out but does not itself understand. */
export const sentinelAnnounceHostnames: DocumentRule = {
  id: 'sentinel-announce-hostnames',
  group: 'sentinel',
  severity: 'warning',
  scope: 'document',
  title: 'Sentinel announces host names but does not resolve any',
  *check(settings, env) {
    if (env.kind !== 'sentinel') return;
    const { global } = readSentinelFile(settings);
    const announce = global.get('announce-hostnames');
    if (announce?.args[0]?.text.toLowerCase() !== 'yes' || announce.occurrence.included) return;
    const resolve = global.get('resolve-hostnames');
    if (resolve ? resolve.args[0]?.text.toLowerCase() === 'yes' : !isWhole(settings, env)) return;
    const line = announce.occurrence.line;
    const word = resolve && !resolve.occurrence.included ? resolve.args[0] : undefined;
    yield {
      line,
      message:
        'Sentinel is to hand out host names, but it resolves none and so knows none: this line has no effect, and replicas that announce a name are refused. Both settings belong together.',
      fixes: [
        resolve && word
          ? changeTo('yes', word, resolve.occurrence.line)
          : addAfter(settings, line, 'Add "sentinel resolve-hostnames yes"', 'sentinel resolve-hostnames yes'),
      ],
    };
  },
};
