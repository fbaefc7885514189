import { isOutSystems, weigh } from '../profiles';
import type { DocumentRule } from '../rule';
import { hasBuiltInPoints } from '../snapshots';
import { addAfter, anchorLine, isMissing } from '../stated';

const BUILT_IN = ['3600 1', '300 100', '60 10000'];

/** The procedure says nothing of snapshots, and versions fill the gap differently. */
export const outsystemsSaveStated: DocumentRule = {
  id: 'outsystems-save-stated',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'OutSystems: the file does not say whether snapshots are taken',
  *check(settings, env) {
    if (!isOutSystems(env) || !isMissing(settings, env, 'save')) return;
    const line = anchorLine(settings, 'appendonly', 'dir', 'port');
    const takes = hasBuiltInPoints(env);
    const points = env.era === 7 ? [`save ${BUILT_IN.join(' ')}`] : BUILT_IN.map((point) => `save ${point}`);
    yield {
      line,
      severity: weigh(env),
      message: takes
        ? 'Without a "save" line this version takes snapshots after 3600, 300 and 60 seconds; Redis up to 6.0 takes none. State what you want, so that an update changes nothing.'
        : 'Without a "save" line this version takes no snapshots; Redis since 6.2 takes them after 3600, 300 and 60 seconds. State what you want, so that an update changes nothing.',
      fixes: [
        addAfter(settings, line, 'State that no snapshots are taken', 'save ""'),
        addAfter(settings, line, 'State the snapshots of newer versions', ...points),
      ],
    };
  },
};
