import { splitArgument } from '../conf/syntax';
import { strtoll } from '../conf/values';
import type { AclDialect } from './dialect';
import type { Permissions } from './permissions';

/** Why a server does not take a rule; it has a sentence for each. */
export type FaultKind =
  | 'syntax'
  | 'after-all-keys'
  | 'after-all-channels'
  | 'unknown-command'
  | 'unknown-category'
  | 'argument-of-subcommand'
  | 'part-of-whole'
  | 'database-range'
  | 'no-such-password'
  | 'bad-hash'
  | 'open-selector';

/** A fault only if new users start with all channels, or only in builds with a later security fix. */
export type Condition = 'if-all-channels' | 'if-patched';

/** What became of a rule. */
export type Outcome = FaultKind | Condition | undefined;

/** Applies a rule that a selector can hold as well as a user. `text` is the rule up to a NUL, `rule` all of it. */
export function applyPermission(
  permissions: Permissions,
  text: string,
  rule: string,
  categories: ReadonlySet<string>,
  dialect: AclDialect,
): Outcome {
  switch (text.toLowerCase()) {
    case 'allkeys':
    case '~*':
      permissions.allKeys = true;
      permissions.keyPatterns = 0;
      return undefined;
    case 'resetkeys':
      permissions.allKeys = false;
      permissions.keyPatterns = 0;
      return undefined;
    case 'allchannels':
    case '&*':
      if (!dialect.channels) return 'syntax';
      permissions.allChannels = true;
      permissions.channelPatterns = 0;
      return undefined;
    case 'resetchannels':
      if (!dialect.channels) return 'syntax';
      permissions.allChannels = false;
      permissions.channelPatterns = 0;
      return undefined;
    case 'allcommands':
    case '+@all':
      permissions.setAll(true);
      return undefined;
    case 'nocommands':
    case '-@all':
      permissions.setAll(false);
      return undefined;
    case 'alldbs':
    case 'resetdbs':
      return dialect.databases ? undefined : 'syntax';
    default:
      return applyPattern(permissions, text, rule, categories, dialect);
  }
}

function applyPattern(
  permissions: Permissions,
  text: string,
  rule: string,
  categories: ReadonlySet<string>,
  dialect: AclDialect,
): Outcome {
  switch (text.charAt(0)) {
    case '~':
      return permissions.allKeys ? 'after-all-keys' : addKeys(permissions, rule.slice(1));
    case '%':
      if (!dialect.since7) return 'syntax';
      if (permissions.allKeys) return 'after-all-keys';
      return addKeysWithLetters(permissions, rule, dialect);
    case '&':
      return dialect.channels ? addChannels(permissions, rule.slice(1)) : 'syntax';
    case '+':
    case '-':
      return applyCommand(permissions, text, categories, dialect);
    default:
      return dialect.databases && /^db=/i.test(text) ? readDatabases(text.slice(3)) : 'syntax';
  }
}

/** What C's `isspace` knows, and NUL, must not stand in patterns and names. */
export function hasBlank(text: string): boolean {
  return /[ \t\n\v\f\r\0]/.test(text);
}

function addKeys(permissions: Permissions, pattern: string): Outcome {
  if (hasBlank(pattern)) return 'syntax';
  permissions.keyPatterns++;
  return undefined;
}

function addKeysWithLetters(permissions: Permissions, rule: string, dialect: AclDialect): Outcome {
  const match = /^%(r|w|rw|wr|)(~|$)/i.exec(rule);
  if (!match) return 'syntax';
  const fault = addKeys(permissions, rule.slice(match[0].length));
  if (fault || match[1] !== '') return fault;
  return (match[2] === '~' ? dialect.takesPercentTilde : dialect.takesBarePercent) ? 'if-patched' : 'syntax';
}

function addChannels(permissions: Permissions, pattern: string): Outcome {
  if (permissions.allChannels === true) return 'after-all-channels';
  if (hasBlank(pattern)) return 'syntax';
  const outcome = permissions.allChannels === undefined ? 'if-all-channels' : undefined;
  permissions.allChannels = false;
  permissions.channelPatterns++;
  return outcome;
}

function applyCommand(
  permissions: Permissions,
  text: string,
  categories: ReadonlySet<string>,
  dialect: AclDialect,
): Outcome {
  const allowed = text.charAt(0) === '+';
  const name = text.slice(1);
  if (name.startsWith('@')) {
    const category = name.slice(1).toLowerCase();
    if (!categories.has(category)) return 'unknown-category';
    permissions.setCategory(category, allowed);
    return undefined;
  }
  if (allowed && name.includes('|'))
    return dialect.since7 ? addPart(permissions, name, dialect) : addPart6(permissions, name, dialect);
  if (!knowsCommand(name, dialect)) return 'unknown-command';
  permissions.setCommand(name, allowed);
  return undefined;
}

/** `config` or, since 7.0, `config|get`. */
function knowsCommand(name: string, { commands, since7 }: AclDialect): boolean {
  const parts = name.split('|', 3);
  const [command = '', sub] = parts;
  if (sub === undefined) return commands.has(command);
  return since7 && parts.length === 2 && commands.hasSubcommand(command, sub);
}

function addPart(permissions: Permissions, name: string, dialect: AclDialect): Outcome {
  const bar = name.lastIndexOf('|');
  const command = name.slice(0, bar);
  if (!knowsCommand(command, dialect)) return 'unknown-command';
  if (command.includes('|')) return 'argument-of-subcommand';
  if (bar === name.length - 1) return 'syntax';
  if (dialect.commands.isContainer(command)) {
    if (!knowsCommand(name, dialect)) return 'unknown-command';
    permissions.setCommand(name, true);
  }
  return undefined;
}

function addPart6(permissions: Permissions, name: string, { commands, refusesPartOfWhole }: AclDialect): Outcome {
  const bar = name.indexOf('|');
  const command = name.slice(0, bar).toLowerCase();
  if (!commands.has(command)) return 'unknown-command';
  if (bar === name.length - 1) return 'syntax';
  if (refusesPartOfWhole && permissions.allows(command, commands)) return 'part-of-whole';
  permissions.setCommand(command, false);
  return undefined;
}

/** Numbers as C's `strtol` reads them, separated by commas. */
function readDatabases(list: string): Outcome {
  for (const part of list.split(',')) {
    const { value, rest } = strtoll(part);
    if (rest === 0 || rest !== part.length) return 'syntax';
    if (value < 0n || value > 2147483647n) return 'database-range';
  }
  return undefined;
}

/** The rules inside the brackets of a selector; one with open quotes has none. */
export function selectorRules(text: string, dialect: AclDialect): readonly string[] {
  return splitArgument(text.slice(1, -1), dialect.wordRules) ?? [];
}
