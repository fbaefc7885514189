import type { Analysis } from './analyze';
import type { Directive } from './catalogue/catalogue';
import type { Fix } from './finding';
import { choice } from './fix';
import { isOfNoUseToSentinel } from '../sentinel/dataDirectives';
import { statedAtEnd } from './statedAtEnd';
import { quoteWord } from './syntax';
import { targetLabel } from './target';
import { causeOf } from './withoutEffect';

/** A directive whose default differs between two targets. Values are written as in a file. */
export interface ChangedDefault {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** The file says what it wants: nothing changes for it. */
  readonly statedInFile: boolean;
  /** The line that states it; absent when none does, or when it stands in an included file. */
  readonly line?: number;
}

/** `bind` has two ways of writing all addresses; `ignore-warnings` names a fault of old ARM kernels. */
const NOTHING_CHANGES = new Set(['bind', 'ignore-warnings']);
const UNITS = [
  ['gb', 1024 ** 3],
  ['mb', 1024 ** 2],
  ['kb', 1024],
] as const;

/**
 * The defaults that differ between the targets of two analyses of one text: first those that the file leaves open, then
 * those that it states. Directives that do nothing in this file are left out.
 */
export function changedDefaults(before: Analysis, after: Analysis): readonly ChangedDefault[] {
  const { settings } = after;
  const { env, catalogue } = after.judge;
  const changes: ChangedDefault[] = [];
  for (const directive of catalogue.directives) {
    const { key } = directive;
    const old = before.judge.catalogue.byKey(key);
    if (!old || NOTHING_CHANGES.has(key) || isInternal(old) || isInternal(directive)) continue;
    if (env.kind === 'sentinel' && isOfNoUseToSentinel(key)) continue;
    const from = defaultText(old);
    const to = defaultText(directive);
    if (from === to || causeOf(key)?.when(settings, env)) continue;
    const stated = settings.last(key) ?? before.settings.last(key);
    changes.push({
      key,
      from,
      to,
      statedInFile: stated !== undefined,
      ...(stated && !stated.included ? { line: stated.line } : {}),
    });
  }
  return changes.sort((a, b) => Number(a.statedInFile) - Number(b.statedInFile) || (a.key < b.key ? -1 : 1));
}

/** A choice that keeps an old default by stating it; undefined when the new target would refuse the line. */
export function keepDefault(change: ChangedDefault, before: Analysis, after: Analysis): Fix | undefined {
  const directive = after.judge.catalogue.byKey(change.key);
  if (!directive || change.statedInFile) return undefined;
  const line = `${directive.facts.name} ${change.from}`;
  if (after.judge.lines.judge(line).directive === undefined) return undefined;
  return choice(
    `State "${line}", the default of ${targetLabel(before.judge.env.target)}`,
    statedAtEnd(after.settings, line),
  );
}

/** Without effect, without a single value, or known to developers only: no default that anybody counts on. */
function isInternal({ facts }: Directive): boolean {
  return facts.type === 'ignored' || facts.type === 'special' || facts.hidden === true;
}

/** A default as one would write it: `yes`, `1mb`, `""`. */
function defaultText({ facts }: Directive): string {
  const value = facts.default;
  if (value === undefined || value === '') return '""';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    const unit = facts.type === 'memory' && value > 0 ? UNITS.find(([, size]) => value % size === 0) : undefined;
    return unit ? `${value / unit[1]}${unit[0]}` : String(value);
  }
  return facts.multiArg ? value : quoteWord(value);
}
