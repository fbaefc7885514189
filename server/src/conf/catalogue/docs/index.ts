import { appendOnly } from './append-only';
import { cluster } from './cluster';
import { defragmentation } from './defragmentation';
import { encodings } from './encodings';
import { general } from './general';
import { memory } from './memory';
import { network } from './network';
import { replication } from './replication';
import { security } from './security';
import { slowLogAndLatency } from './slow-log-and-latency';
import { snapshotting } from './snapshotting';
import { tls } from './tls';
import type { Chapter, DirectiveDoc } from './types';

export type { Chapter, DirectiveDoc } from './types';

/** What we say of the directives, in the order in which redis.conf treats them. */
export const chapters: readonly Chapter[] = [
  network,
  tls,
  general,
  snapshotting,
  replication,
  security,
  memory,
  appendOnly,
  cluster,
  slowLogAndLatency,
  encodings,
  defragmentation,
];

const docs: ReadonlyMap<string, DirectiveDoc> = new Map(
  chapters.flatMap(({ directives }) => Object.entries(directives)),
);

/** What we say of a directive, by its canonical name; undefined for a name that no chapter has. */
export function docOf(key: string): DirectiveDoc | undefined {
  return docs.get(key);
}
