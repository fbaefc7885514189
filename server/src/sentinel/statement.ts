import { nearestOf } from '../conf/nearest';
import { choice, replaceSpan } from '../conf/fix';
import type { Fix, Span } from '../conf/finding';
import { own } from '../conf/own';
import type { Line, Word } from '../conf/syntax';
import { type Target, targetLabel } from '../conf/target';
import { atoi, byteLength, readBoolean } from '../conf/values';
import { shown } from '../conf/wording';
import { numericAddress } from './address';
import { sentinelDocs } from './docs';
import { type Form, formAnywhere, knowsForm, optionsOf, queuesLines } from './forms';

/** What a line has of its own that the server refuses. `reason` is the server's. Edits count from line 0. */
export interface StatementFault {
  readonly span: Span;
  readonly message: string;
  readonly reason: string;
  readonly fixes: readonly Fix[];
}

/** A `sentinel` line by itself, as one target reads it. */
export interface Statement {
  readonly option: string;
  readonly args: readonly Word[];
  /** Absent when the target does not know the sub word or the number of arguments. */
  readonly form: Form | undefined;
  readonly fault: StatementFault | undefined;
  /** The address in one spelling, when the line has one that is no name. */
  readonly address?: string | undefined;
}

const UNRECOGNISED = 'Unrecognized sentinel configuration statement.';

/** Judges what follows from the text of one line alone. A bare `sentinel` is accepted: undefined. */
export function judgeStatement(line: Line, target: Target): Statement | undefined {
  const [, sub, ...args] = line.words;
  if (!sub) return undefined;
  const option = sub.text.toLowerCase();
  const known = formAnywhere(option);
  if (!known || !knowsForm(known, target)) {
    return { option, args, form: undefined, fault: unknownOption(sub, known, target) };
  }
  if (args.length < known.min || args.length > known.max) {
    return { option, args, form: undefined, fault: wrongCount(line, sub, args, known) };
  }
  const fault = wrongValue(option, args, known, target);
  const address = known.value === 'address' ? numericAddress(args[1]?.text ?? '') : undefined;
  return { option, args, form: known, fault, address };
}

function unknownOption(sub: Word, known: Form | undefined, target: Target): StatementFault {
  const name = sub.text;
  if (known) {
    const first = known.since.redis;
    const place = first === undefined ? `Valkey ${known.since.valkey ?? ''}` : `Redis ${first}`;
    return {
      span: sub,
      message: `${targetLabel(target)} does not know "sentinel ${name}": it came with ${place}.`,
      reason: UNRECOGNISED,
      fixes: [],
    };
  }
  const nearest = nearestOf(name, optionsOf(target));
  return {
    span: sub,
    message: `${shown(name)} is no setting of Sentinel${nearest ? `; "${nearest}" is` : ''}.`,
    reason: UNRECOGNISED,
    fixes: nearest ? [choice(`Change to "${nearest}"`, replaceSpan(sub, nearest))] : [],
  };
}

function wrongCount(line: Line, sub: Word, args: readonly Word[], known: Form): StatementFault {
  const usage = own(sentinelDocs, sub.text.toLowerCase())?.usage ?? '';
  const surplus = args[known.max];
  const end = args.at(-1)?.end ?? sub.end;
  if (surplus?.text.startsWith('#') && !surplus.quoted) {
    const from = args[known.max - 1]?.end ?? sub.end;
    return {
      span: { start: surplus.start, end },
      message: 'A comment cannot stand behind a value: "#" only starts a comment at the start of a line.',
      reason: UNRECOGNISED,
      fixes: [
        {
          title: 'Move the comment to a line of its own',
          preferred: true,
          edits: [
            replaceSpan({ start: 0, end: 0 }, `${line.text.slice(surplus.start, end)}\n`),
            replaceSpan({ start: from, end }, ''),
          ],
        },
      ],
    };
  }
  const count =
    known.max === 1 ? '1 argument' : `${known.min === known.max ? '' : `${known.min} or `}${known.max} arguments`;
  return {
    span: surplus ? { start: surplus.start, end } : { start: sub.start, end },
    message: `"sentinel ${sub.text.toLowerCase()}" takes ${count}${usage === '' ? '' : ` (${usage})`}, not ${args.length}.`,
    reason: UNRECOGNISED,
    fixes: [],
  };
}

function wrongValue(option: string, args: readonly Word[], known: Form, target: Target): StatementFault | undefined {
  const value = args[known.phase === 'pre' ? 0 : 1];
  if (!value) return undefined;
  const fault = (message: string, reason: string, span: Span = value): StatementFault => ({
    span,
    message,
    reason,
    fixes: [],
  });
  switch (known.value) {
    case 'any':
      return undefined;
    case 'positive':
      return atoi(value.text) > 0 ? undefined : fault(time(value, 'above 0'), 'negative or zero time parameter.');
    case 'not-negative':
      return atoi(value.text) >= 0 ? undefined : fault(time(value, 'from 0 up'), 'negative time parameter.');
    case 'boolean':
      if (readBoolean(value.text) !== undefined) return undefined;
      return fault(
        `"${option}" is "yes" or "no", not ${shown(value.text)}.`,
        `Please specify yes or no for the ${option} option${option === 'deny-scripts-reconfig' ? 's' : ''}.`,
      );
    case 'id':
      if (byteLength(value.text) === 40) return undefined;
      return fault(
        `The id of a Sentinel has exactly 40 characters, not ${byteLength(value.text)}. Remove the line and Sentinel makes an id by itself.`,
        'Malformed Sentinel id in myid option.',
      );
    case 'script': {
      if (value.text !== '') return undefined;
      const which = option === 'notification-script' ? 'Notification' : 'Client reconfiguration';
      return fault('An empty path names no script.', `${which} script seems non existing or non executable.`);
    }
    case 'address':
      return wrongAddress(option, args, target);
  }
}

function time(value: Word, range: string): string {
  return `${shown(value.text)} is read as ${atoi(value.text)}, and the time has to be a number of milliseconds ${range}.`;
}

/** Quorum and port; the host is left to whoever knows whether names are resolved. */
function wrongAddress(option: string, args: readonly Word[], target: Target): StatementFault | undefined {
  const port = args[2];
  const quorum = args[3];
  if (option === 'monitor' && quorum && atoi(quorum.text) <= 0) {
    return {
      span: quorum,
      message: `${shown(quorum.text)} is read as ${atoi(quorum.text)}, and a quorum is 1 or more: how many Sentinels must agree that the primary is down.`,
      reason: 'Quorum must be 1 or greater.',
      fixes: [],
    };
  }
  // The old form of known-sentinel, without an id, is ignored.
  if (!port || (option === 'known-sentinel' && args.length === 3)) return undefined;
  const number = atoi(port.text);
  if (number >= 0 && number <= 65535) return undefined;
  return {
    span: port,
    message: `${shown(port.text)} is no port from 0 to 65535.`,
    reason: addressReason(option, 'Invalid port number', target),
    fixes: [],
  };
}

/** The server's words for an address that it does not take. */
export function addressReason(
  option: string,
  what: 'Invalid port number' | "Can't resolve instance hostname." | 'Duplicate',
  target: Target,
): string {
  const kind = option === 'monitor' ? 'master' : option === 'known-sentinel' ? 'sentinel' : 'replica';
  if (!queuesLines(target)) {
    if (kind !== 'master') return `Wrong hostname or port for ${kind}.`;
    if (what === 'Duplicate') return 'Duplicated master name.';
    return what === 'Invalid port number' ? what : "Can't resolve master instance hostname.";
  }
  if (what === 'Invalid port number') return `${what}.`;
  if (what !== 'Duplicate') return what;
  return {
    master: 'Duplicate master name.',
    replica: 'Duplicate hostname and port for replica.',
    sentinel: 'Duplicate runid for sentinel.',
  }[kind];
}
