import { isLoopback } from './addresses';
import type { Analysis } from './analyze';
import { argumentTexts } from './arguments';
import { defaultUser } from './defaultUser';
import type { Fix } from './finding';
import { choice } from './fix';
import { readNumber } from './numbers';
import type { RuleEnvironment } from './rule';
import type { Settings } from './settings';
import { hasBuiltInPoints } from './snapshots';
import { isMissing, ownLine } from './stated';
import { statedAtEnd } from './statedAtEnd';
import { compareVersions, targetLabel } from './target';
import { groupDigits } from './values';

/** The same text, read differently. */
export interface ChangedMeaning {
  /** Absent when it is the lack of a line that means something else. */
  readonly line?: number;
  /** The line as it is written, or the empty text. */
  readonly text: string;
  readonly message: string;
  /** A way to keep the old meaning. */
  readonly fix?: Fix;
}

/** One of the two sides. */
interface Side {
  readonly settings: Settings;
  readonly env: RuleEnvironment;
}

const BUILT_IN_POINTS = ['save 3600 1', 'save 300 100', 'save 60 10000'].join('\n');

/** What the target of `after` reads differently from the target of `before`, both of the same text. */
export function changedMeanings(before: Analysis, after: Analysis): readonly ChangedMeaning[] {
  const from: Side = { settings: before.settings, env: before.judge.env };
  const to: Side = { settings: after.settings, env: after.judge.env };
  const found = [...changedNumbers(from, to)];
  if (to.env.kind === 'redis') {
    found.push(
      ...changedSnapshots(from, to),
      ...changedProtection(from, to),
      ...changedAppendOnly(from, to),
      ...changedCommands(from, to),
    );
  }
  found.push(...changedChannels(from, to));
  return found.sort((a, b) => (a.line ?? -1) - (b.line ?? -1));
}

/** Numbers that one side wraps, cuts or takes for nothing. */
function* changedNumbers(from: Side, to: Side): Iterable<ChangedMeaning> {
  for (const key of to.settings.keys()) {
    for (const line of to.settings.all(key)) {
      const { type } = line.directive.facts;
      const text = line.args[0]?.text;
      if ((type !== 'int' && type !== 'memory') || text === undefined || line.included) continue;
      const old = from.env.catalogue.byKey(key);
      const was = old && readNumber(old, text, from.env);
      const is = readNumber(line.directive, text, to.env);
      if (was === undefined || is === undefined || was === is) continue;
      yield {
        line: line.line,
        text: line.content.text,
        message: `${targetLabel(from.env.target)} reads "${text}" as ${groupDigits(was)}, ${targetLabel(to.env.target)} as ${groupDigits(is)}.`,
      };
    }
  }
}

/** No line means nothing up to 6.0; up to 6.2 a line that is no pair is ignored, and later it is a list. */
function* changedSnapshots(from: Side, to: Side): Iterable<ChangedMeaning> {
  const was = hasBuiltInPoints(from.env);
  const is = hasBuiltInPoints(to.env);
  if (was !== is && isMissing(to.settings, to.env, 'save')) {
    yield {
      text: '',
      message: is
        ? 'There is no "save" line. Up to Redis 6.0 that means no snapshots; from now on they are taken after 3600 s with 1 change, 300 s with 100, and 60 s with 10000.'
        : 'There is no "save" line. Up to Redis 6.0 that means no snapshots at all, where there were the built-in points.',
      fix: choice(
        is ? 'State "save """, no snapshots, as before' : 'State the snapshots as before',
        statedAtEnd(to.settings, is ? 'save ""' : BUILT_IN_POINTS),
      ),
    };
  }
  if (from.env.era < 7 === to.env.era < 7) return;
  for (const line of to.settings.all('save')) {
    const points = argumentTexts(line, to.env.era === 7 ? to.env : from.env);
    const ignored = line.args.length !== 0 && line.args.length !== 2 && line.args[0]?.text !== '';
    if (!ignored || points.length === 0 || line.included) continue;
    yield {
      line: line.line,
      text: line.content.text,
      message:
        to.env.era === 7
          ? 'Up to 6.2 this line is ignored, because it is no pair of seconds and changes; from now on its points are used.'
          : 'Up to 6.2 a "save" line takes one pair of seconds and changes: this one is ignored.',
    };
  }
}

/** Up to 6.2 any `bind` line switches protected mode off; later it holds until there is a password. */
function* changedProtection(from: Side, to: Side): Iterable<ChangedMeaning> {
  if (from.env.era < 7 === to.env.era < 7) return;
  const bind = ownLine(to.settings, 'bind');
  if (!bind || !to.settings.isOn('protected-mode') || defaultUser(to.settings, to.env).access !== 'open') return;
  const addresses = argumentTexts(bind, to.env).map(({ text }) => text.replace(/^-/, ''));
  if (addresses.every((address) => address === '' || isLoopback(address))) return;
  yield {
    line: bind.line,
    text: bind.content.text,
    message:
      to.env.era === 7
        ? 'Up to 6.2 a "bind" line switches protected mode off. From now on it holds whatever is bound: without a password, clients of other machines are refused.'
        : 'Up to 6.2 a "bind" line switches protected mode off: without a password, clients of other machines are let in, who are refused now.',
  };
}

/** New users start with all channels in 6.2 and none since 7.0; before 6.2 there was nothing to restrict. */
function* changedChannels(from: Side, to: Side): Iterable<ChangedMeaning> {
  if (to.settings.count('acl-pubsub-default') > 0 || startsWithChannels(from) === startsWithChannels(to)) return;
  const opens = startsWithChannels(to);
  const fix = to.env.catalogue.byKey('acl-pubsub-default')
    ? choice(
        `Keep it as it was with "acl-pubsub-default ${opens ? 'resetchannels' : 'allchannels'}"`,
        statedAtEnd(to.settings, `acl-pubsub-default ${opens ? 'resetchannels' : 'allchannels'}`),
      )
    : undefined;
  const change = opens
    ? 'users without a rule for channels may use all of them now'
    : 'users without a rule for channels may use none now, and lose PUBLISH and SUBSCRIBE';
  for (const line of to.settings.all('user')) {
    const rules = line.args.slice(1).map((word) => word.text.toLowerCase());
    if (line.included || rules.some((rule) => rule.startsWith('&') || /^(?:all|reset)channels$/.test(rule))) continue;
    yield {
      line: line.line,
      text: line.content.text,
      message: `The default for channels changes in 7.0: ${change}. State channels for this user, such as "&*".`,
      ...(fix ? { fix } : {}),
    };
  }
  const aclfile = ownLine(to.settings, 'aclfile');
  if (!aclfile || (aclfile.args[0]?.text ?? '') === '') return;
  yield {
    line: aclfile.line,
    text: aclfile.content.text,
    message: `The default for channels changes in 7.0: ${change}. That holds for the users in this file too.`,
    ...(fix ? { fix } : {}),
  };
}

function startsWithChannels({ env: { target } }: Side): boolean {
  return target.product === 'redis' && compareVersions(target.version, '7.0.0') < 0;
}

/** Since 7.0 the append-only file is a directory of files, which older servers cannot read. */
function* changedAppendOnly(from: Side, to: Side): Iterable<ChangedMeaning> {
  if (from.env.era < 7 === to.env.era < 7 || !to.settings.isOn('appendonly')) return;
  const line = ownLine(to.settings, 'appendonly');
  if (!line) return;
  yield {
    line: line.line,
    text: line.content.text,
    message:
      to.env.era === 7
        ? 'Since 7.0 the append-only file is a directory ("appenddirname") of several files. The server moves the old file there at its first start, and an older server cannot read it any more.'
        : 'Up to 6.2 the append-only file is a single one: this server does not see the directory that a newer one has written, and starts empty. Make a snapshot first.',
  };
}

/** Since 7.0 commands that open the machine have to be allowed in the file. */
function* changedCommands(from: Side, to: Side): Iterable<ChangedMeaning> {
  if (from.env.era >= 7 || to.env.era < 7) return;
  const closed = [
    ['enable-debug-command', 'DEBUG'],
    ['enable-module-command', 'MODULE LOAD'],
    ['enable-protected-configs', 'CONFIG SET of "dir" and "dbfilename"'],
  ].filter(([key]) => isMissing(to.settings, to.env, key ?? ''));
  if (closed.length === 0) return;
  yield {
    text: '',
    message: `Since 7.0 the server refuses ${closed.map(([, what]) => what).join(', ')} unless the file allows it with ${closed.map(([key]) => `"${key}"`).join(', ')}.`,
  };
}
