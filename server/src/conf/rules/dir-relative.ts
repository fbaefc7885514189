import type { DocumentRule } from '../rule';
import { keepsNothing } from '../snapshots';
import { isWhole, ownLine } from '../stated';

/** A service keeps its data wherever it happened to be started. */
export const dirRelative: DocumentRule = {
  id: 'dir-relative',
  group: 'persistence',
  severity: 'information',
  scope: 'document',
  title: 'The data directory depends on where the server is started',
  *check(settings, env) {
    if (env.kind !== 'redis' || !isWhole(settings, env)) return;
    const supervised = (settings.value('supervised') ?? 'no').toLowerCase();
    const service = settings.isOn('daemonize') ? 'daemonize' : supervised === 'no' ? undefined : 'supervised';
    if (!service || (keepsNothing(settings, env) && !settings.isOn('cluster-enabled'))) return;
    const directory = settings.last('dir');
    if (directory?.included || (directory?.args[0]?.text ?? '').startsWith('/')) return;
    yield {
      line: directory?.line ?? ownLine(settings, service)?.line ?? 0,
      message: `Data files go to the directory in which the server is started${directory ? ', because "dir" is relative to it' : ', because there is no "dir"'}: started from elsewhere, it finds nothing and begins empty; systemd starts services in "/". Give "dir" an absolute path.`,
    };
  },
};
