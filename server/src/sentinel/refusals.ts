import { choice, insertLineBefore, removeLine, replaceSpan } from '../conf/fix';
import type { Fix } from '../conf/finding';
import { moveFixes } from '../conf/moveFixes';
import { placeOf, reportAt } from '../conf/reportAt';
import type { DocumentReport } from '../conf/rule';
import type { Occurrence } from '../conf/settings';
import { quoteWord } from '../conf/syntax';
import type { Target } from '../conf/target';
import { shown, stopsHere } from '../conf/wording';
import { addressReason, type Statement } from './statement';

/** Which rule has something to say of a line. */
export type SentinelFaultKind = 'statement' | 'host' | 'unknown-master' | 'duplicate-master' | 'duplicate-entry';

/** A line that Sentinel refuses. */
export interface SentinelFault {
  readonly kind: SentinelFaultKind;
  readonly report: DocumentReport;
}

/** A `sentinel` line, where it stands. */
export interface Entry {
  readonly at: Occurrence;
  readonly statement: Statement;
}

/** A line that is refused by what stands in it. */
export function refusedByItself({ at, statement: { fault } }: Entry): SentinelFault | undefined {
  if (!fault) return undefined;
  const { span, message, reason } = fault;
  const report = reportAt(at, {
    span,
    message: `${message} ${stopsHere(reason)}`,
    fixes: moveFixes(fault.fixes, at.line),
  });
  return { kind: 'statement', report };
}

/** A second monitor line with the same name. */
export function duplicateMaster(entry: Entry, name: string, first: Entry, target: Target): SentinelFault {
  return refusal('duplicate-master', entry, 0, {
    message: `A primary ${shown(name)} is monitored already; each one needs a name of its own.`,
    reason: addressReason('monitor', 'Duplicate', target),
    fixes: [choice('Remove this line', removeLine(entry.at.line))],
    first,
  });
}

/** The same replica, Sentinel or renamed command twice for one primary. */
export function duplicateEntry(entry: Entry, first: Entry, target: Target): SentinelFault {
  const { option } = entry.statement;
  const fixes = [choice('Remove this line', removeLine(entry.at.line))];
  if (option === 'rename-command') {
    const message = 'This command has a new name already for the same primary.';
    const reason = 'Same command renamed multiple times with rename-command.';
    return refusal('duplicate-entry', entry, 1, { message, reason, fixes, first });
  }
  const sentinel = option === 'known-sentinel';
  return refusal('duplicate-entry', entry, sentinel ? 3 : 1, {
    message: `A ${sentinel ? 'Sentinel with this id' : 'replica with this address'} is known already for the same primary. Sentinel writes these lines by itself: remove one of them.`,
    reason: addressReason(option, 'Duplicate', target),
    fixes,
    first,
  });
}

/** A host that is not resolved: `resolvable` when it is a name that could be. */
export function refusedHost(entry: Entry, resolvable: boolean, target: Target): SentinelFault {
  const { option, args } = entry.statement;
  const host = shown(args[1]?.text ?? '');
  const fix = choice(
    'Let Sentinel resolve host names',
    insertLineBefore('sentinel resolve-hostnames yes', entry.at.line),
  );
  return refusal('host', entry, 1, {
    message: resolvable
      ? `${host} is a host name, and Sentinel takes only addresses unless "sentinel resolve-hostnames yes" stands in the file.`
      : `${host} is no address, and no name that could be resolved to one.`,
    reason: addressReason(option, "Can't resolve instance hostname.", target),
    fixes: resolvable ? [fix] : [],
  });
}

/** A line about a primary that no monitor line introduces, `above` it in servers where the order matters. */
export function unknownMaster(entry: Entry, above: boolean, near: string | undefined): SentinelFault {
  const word = entry.statement.args[0];
  const change =
    word && near !== undefined
      ? [choice(`Change to ${shown(near)}`, replaceSpan(word, quoteWord(near), entry.at.line))]
      : [];
  return refusal('unknown-master', entry, 0, {
    message: `No "sentinel monitor" line${above ? ' above this one' : ''} introduces a primary ${shown(word?.text ?? '')}${near === undefined ? '' : `; there is ${shown(near)}`}.`,
    reason: 'No such master with specified name.',
    fixes: change,
  });
}

interface Said {
  readonly message: string;
  readonly reason: string;
  readonly fixes: readonly Fix[];
  /** The line that was there before. */
  readonly first?: Entry;
}

function refusal(kind: SentinelFaultKind, { at, statement }: Entry, argument: number, said: Said): SentinelFault {
  const word = statement.args[argument];
  const report = reportAt(at, {
    message: `${said.message} ${stopsHere(said.reason)}`,
    fixes: said.fixes,
    ...(word ? { span: word } : {}),
    ...(said.first ? { related: [placeOf(said.first.at, 'The first line is here.')] } : {}),
  });
  return { kind, report };
}
