import { outsystemsPurpose, weigh } from '../profiles';
import type { DocumentRule } from '../rule';
import { addAfter, changeTo, isMissing, ownLine, sureNumber } from '../stated';

/** Where the procedure puts the files of the node on a port. */
const PUBLISHED: Readonly<Record<string, (port: bigint) => string>> = {
  dir: (port) => `/var/lib/redis/${port}`,
  'cluster-config-file': (port) => `/etc/redis/cluster/${port}/nodes_${port}.conf`,
  pidfile: (port) => `/var/run/redis/redis_${port}.pid`,
  logfile: (port) => `/var/log/redis/redis_${port}.log`,
};

/** Two nodes share each server, and must share no file. */
export const outsystemsPaths: DocumentRule = {
  id: 'outsystems-paths',
  group: 'profile',
  severity: 'information',
  scope: 'document',
  title: 'OutSystems: a path of the node does not name its port',
  *check(settings, env) {
    const port = sureNumber(settings, env, 'port');
    if (outsystemsPurpose(settings, env) !== 'production' || !port || !settings.isOn('cluster-enabled')) return;
    const dirIsOwn = (settings.written('dir') ?? '').includes(String(port));
    for (const [key, path] of Object.entries(PUBLISHED)) {
      const line = ownLine(settings, key);
      const word = line?.args[0];
      if (line && word) {
        if (word.text === '' || word.text.includes(String(port))) continue;
        // A relative name lies in a directory that names the port.
        if (key === 'cluster-config-file' && dirIsOwn && !word.text.includes('/')) continue;
        yield {
          line: line.line,
          span: word,
          severity: weigh(env),
          message: `Two nodes share each server, and this path does not name port ${port}: it may be the other node's, too. The procedure uses ${path(port)}.`,
          fixes: [changeTo(path(port), word, line.line)],
        };
      } else if (key === 'dir' && isMissing(settings, env, key)) {
        const place = ownLine(settings, 'port');
        if (!place) continue;
        yield {
          line: place.line,
          severity: weigh(env),
          message: `There is no "dir": both nodes of the server keep their files in the directory where they were started. The procedure uses ${path(port)}.`,
          fixes: [addAfter(settings, place.line, `Add "dir ${path(port)}"`, `dir ${path(port)}`)],
        };
      }
    }
  },
};
