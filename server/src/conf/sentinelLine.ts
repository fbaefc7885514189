import { sentinelDocs } from '../sentinel/docs';
import { isGenerated } from '../sentinel/monitored';
import type { DirectiveDoc } from './catalogue/docs/types';
import { own } from './own';
import type { Line, Word } from './syntax';
import { atLeast, type Target } from './target';

/** A `sentinel` line, taken apart. */
export interface SentinelLine {
  /** The word behind `sentinel`. */
  readonly sub: Word;
  /** The same in lower case: its key in the prose. */
  readonly key: string;
  readonly doc: DirectiveDoc | undefined;
  /** The words behind it. */
  readonly args: readonly Word[];
  /** The word that names the monitored primary, on lines that have one. */
  readonly primary: Word | undefined;
}

/** First versions of those that are younger than Redis 5.0; `valkey` alone means that Redis does not know it. */
const SINCE: Readonly<Record<string, { readonly redis?: string; readonly valkey?: string }>> = {
  'auth-user': { redis: '6.0.0' },
  'sentinel-user': { redis: '6.2.0' },
  'sentinel-pass': { redis: '6.2.0' },
  'resolve-hostnames': { redis: '6.2.0' },
  'announce-hostnames': { redis: '6.2.0' },
  'master-reboot-down-after-period': { redis: '7.0.0' },
  'primary-reboot-down-after-period': { valkey: '8.0.0' },
};

/** Reads a line as a `sentinel` line; undefined when it is none or has no second word. */
export function readSentinelLine(line: Line): SentinelLine | undefined {
  const [name, sub, ...args] = line.words;
  if (!name || !sub || name.text.toLowerCase() !== 'sentinel') return undefined;
  const key = sub.text.toLowerCase();
  const doc = own(sentinelDocs, key);
  return { sub, key, doc, args, primary: namesPrimary(doc) ? args[0] : undefined };
}

/** Is the first argument of these lines the name of a primary? */
export function namesPrimary(doc: DirectiveDoc | undefined): boolean {
  return doc?.usage.startsWith('<name>') === true;
}

/** Is it a line that Sentinel writes and rewrites itself? */
export function isSentinelState(line: Line): boolean {
  const read = readSentinelLine(line);
  return read !== undefined && isGenerated(read.key);
}

/** The words behind `sentinel` that a person may write for this target. */
export function sentinelWordsOf(target: Target): readonly string[] {
  return Object.keys(sentinelDocs).filter((key) => {
    if (isGenerated(key)) return false;
    const since = own(SINCE, key);
    if (!since) return true;
    if (target.product === 'valkey') return since.valkey === undefined || atLeast(target, 'valkey', since.valkey);
    return since.redis !== undefined && atLeast(target, 'redis', since.redis);
  });
}
