import { type Commands, commandsOf, type ServerMode } from '../conf/catalogue/commands';
import { wordRulesOf } from '../conf/judge';
import type { WordRules } from '../conf/syntax';
import { atLeast, type Target, targetLabel } from '../conf/target';

/** What the ACL rules of one target are. */
export interface AclDialect {
  readonly target: Target;
  readonly commands: Commands;
  readonly wordRules: WordRules;
  /** `&pattern`, `allchannels`, `sanitize-payload` (6.2). */
  readonly channels: boolean;
  /** Selectors, `%R~pattern`, sub-commands by name, and a name only once (7.0). */
  readonly since7: boolean;
  /** `db=` (Valkey 9.1). */
  readonly databases: boolean;
  /** `+config|get` is refused when all of `config` is allowed already (6.0). */
  readonly refusesPartOfWhole: boolean;
  /** `%` with neither letters nor a tilde passes in builds without a later security fix. */
  readonly takesBarePercent: boolean;
  /** `%~pattern`, without letters, passes in 7.0; distributions have closed that in their builds. */
  readonly takesPercentTilde: boolean;
  /** New users may use all channels unless `acl-pubsub-default` says otherwise (6.2). */
  readonly startsWithAllChannels: boolean;
}

const dialects = new Map<string, AclDialect>();

/** The ACL rules of a target. Made once for each target and mode, and shared. */
export function aclDialectOf(target: Target, mode: ServerMode = 'server'): AclDialect {
  const id = `${mode} ${targetLabel(target)}`;
  let dialect = dialects.get(id);
  if (!dialect) {
    dialect = makeDialect(target, mode);
    dialects.set(id, dialect);
  }
  return dialect;
}

function makeDialect(target: Target, mode: ServerMode): AclDialect {
  const valkey = target.product === 'valkey';
  const redis = (version: string): boolean => atLeast(target, 'redis', version);
  const channels = valkey || redis('6.2.0');
  const since7 = valkey || redis('7.0.0');
  const is7 = redis('7.0.0') && !redis('7.2.0');
  let commands: Commands | undefined;
  return {
    target,
    // Made when somebody asks: most files have no user, and the table is long. A 6.0 Sentinel keeps the commands of a
    // server for its ACL rules, and never applies them.
    get commands() {
      commands ??= commandsOf(target, mode === 'sentinel' && channels ? 'sentinel' : 'server');
      return commands;
    },
    wordRules: wordRulesOf({ target }),
    channels,
    since7,
    databases: atLeast(target, 'valkey', '9.1.0'),
    refusesPartOfWhole: !channels,
    takesBarePercent: since7 && !hasPercentFix(target),
    takesPercentTilde: is7,
    startsWithAllChannels: channels && !since7,
  };
}

/** The fix came to all lines of releases that lived at the time, and 7.0 was not one of them. */
function hasPercentFix(target: Target): boolean {
  if (target.product === 'valkey') {
    return atLeast(target, 'valkey', '8.0.0') ? atLeast(target, 'valkey', '8.0.2') : atLeast(target, 'valkey', '7.2.8');
  }
  return atLeast(target, 'redis', '7.4.0') ? atLeast(target, 'redis', '7.4.2') : atLeast(target, 'redis', '7.2.7');
}
