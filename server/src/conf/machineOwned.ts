/** Files that a server writes for itself, and that nobody edits. */

/** `<id> <ip>:<port>@<bus port>[,name,...] <flags> <primary's id or -> <ping> <pong> <epoch> <link> [slots]` */
const NODE =
  /^[0-9a-f]{40} \S*:\d+(?:@\d+)?(?:,\S*)? [a-z?]+(?:,[a-z?]+)* (?:-|[0-9a-f]{40}) \d+ \d+ \d+ (?:connected|disconnected)(?: .*)?$/;
const VARS = /^vars currentEpoch \d+ lastVoteEpoch \d+\s*$/;
/** Enough lines to be sure. */
const LOOKED_AT = 20;

/**
 * Is this the file in which a cluster node keeps its view of the cluster (`cluster-config-file`, usually nodes.conf)?
 * It is no configuration, although its name often ends so.
 */
export function isNodesFile(lines: readonly string[]): boolean {
  let nodes = 0;
  let seen = 0;
  for (const line of lines) {
    const text = line.trimEnd();
    if (text === '') continue;
    if (NODE.test(text)) nodes++;
    else if (!VARS.test(text)) return false;
    seen++;
    if (seen === LOOKED_AT) break;
  }
  return nodes > 0;
}
