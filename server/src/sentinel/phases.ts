import { choice, insertLineBefore, removeLine, replaceSpan } from '../conf/fix';
import type { Fix } from '../conf/finding';
import { moveFixes } from '../conf/moveFixes';
import { placeOf, reportAt } from '../conf/reportAt';
import type { DocumentReport, RuleEnvironment } from '../conf/rule';
import type { Occurrence, Settings } from '../conf/settings';
import { type Line, quoteWord } from '../conf/syntax';
import { atoi, readBoolean } from '../conf/values';
import { shown, stopsHere } from '../conf/wording';
import { numericAddress, neverResolves } from './address';
import { Claims } from './claims';
import { queuesLines } from './forms';
import { addressReason, judgeStatement, type Statement } from './statement';

/** Which rule has something to say of a line. */
export type SentinelFaultKind = 'statement' | 'host' | 'unknown-master' | 'duplicate-master' | 'duplicate-entry';

/** A line that Sentinel refuses. Every line has at most one fault, the one that the server finds first in it. */
export interface SentinelFault {
  readonly kind: SentinelFaultKind;
  readonly report: DocumentReport;
}

const judged = new WeakMap<Settings, readonly SentinelFault[]>();
const statements = new WeakMap<RuleEnvironment, WeakMap<Line, Statement>>();

/** All `sentinel` lines that the target refuses, in no particular order. */
export function sentinelFaults(settings: Settings, env: RuleEnvironment): readonly SentinelFault[] {
  if (env.kind !== 'sentinel') return [];
  let faults = judged.get(settings);
  if (!faults) {
    faults = new SentinelJudge(settings, env).judge();
    judged.set(settings, faults);
  }
  return faults;
}

interface Entry {
  readonly at: Occurrence;
  readonly statement: Statement;
}

class SentinelJudge {
  private readonly faults: SentinelFault[] = [];
  private readonly queues: boolean;
  private readonly masters = new Map<string, Entry>();
  private readonly entries = new Map<string, Entry>();
  private readonly claims = new Claims();
  private resolves = false;
  private announcesNames = false;

  constructor(
    private readonly settings: Settings,
    private readonly env: RuleEnvironment,
  ) {
    this.queues = queuesLines(env.target);
  }

  judge(): readonly SentinelFault[] {
    const entries = this.settings.all('sentinel').flatMap((at) => this.read(at) ?? []);
    if (!this.queues) {
      for (const entry of entries) this.carryOut(entry);
      return this.faults;
    }
    for (const phase of ['pre', 'monitor', undefined, 'post'] as const) {
      for (const entry of entries) if (entry.statement.form?.phase === phase) this.carryOut(entry);
    }
    return this.faults;
  }

  private read(at: Occurrence): Entry | undefined {
    let known = statements.get(this.env);
    if (!known) {
      known = new WeakMap();
      statements.set(this.env, known);
    }
    let statement = known.get(at.content);
    if (!statement) {
      statement = judgeStatement(at.content, this.env.target);
      if (!statement) return undefined;
      known.set(at.content, statement);
    }
    return { at, statement };
  }

  private carryOut(entry: Entry): void {
    const { statement } = entry;
    const { form, fault, option, args } = statement;
    const name = args[0]?.text ?? '';
    if (!form) {
      this.claims.add(statement);
      this.addFault(entry);
    } else if (form.phase === 'pre') {
      if (fault) this.addFault(entry);
      else if (option === 'resolve-hostnames') this.resolves = readBoolean(name) === true;
      else if (option === 'announce-hostnames') this.announcesNames = readBoolean(name) === true;
    } else if (form.phase === 'monitor') {
      if (fault) this.addFault(entry);
      if (fault || this.refusesHost(entry)) this.claims.add(statement);
      else this.addMaster(entry, name);
    } else if (option === 'known-sentinel' && args.length === 3) {
      return;
    } else if (!this.masters.has(name) && !this.claims.has(name)) {
      this.unknownMaster(entry, name);
    } else if (fault) {
      this.addFault(entry);
    } else if (form.value !== 'address' || !this.refusesHost(entry)) {
      this.addEntry(entry, name);
    }
  }

  private addMaster(entry: Entry, name: string): void {
    const first = this.masters.get(name);
    if (!first) {
      this.masters.set(name, entry);
      return;
    }
    this.add('duplicate-master', entry, 0, {
      message: `A primary ${shown(name)} is monitored already; each one needs a name of its own.`,
      reason: addressReason('monitor', 'Duplicate', this.env.target),
      first,
      fixes: [choice('Remove this line', removeLine(entry.at.line))],
    });
  }

  /** What a line adds to a primary can be there only once. */
  private addEntry(entry: Entry, name: string): void {
    const key = this.keyOf(entry);
    if (key === undefined) return;
    const id = JSON.stringify([name, ...key]);
    const first = this.entries.get(id);
    if (!first) {
      this.entries.set(id, entry);
      return;
    }
    const { option } = entry.statement;
    const fixes = [choice('Remove this line', removeLine(entry.at.line))];
    if (option === 'rename-command') {
      const message = 'This command has a new name already for the same primary.';
      this.add('duplicate-entry', entry, 1, { message, reason: 'Same command renamed multiple times with rename-command.', first, fixes });
      return;
    }
    const what = option === 'known-sentinel' ? 'A Sentinel with this id' : 'A replica with this address';
    this.add('duplicate-entry', entry, option === 'known-sentinel' ? 3 : 1, {
      message: `${what} is known already for the same primary. Sentinel writes these lines by itself: remove one of them.`,
      reason: addressReason(option, 'Duplicate', this.env.target),
      first,
      fixes,
    });
  }

  private keyOf({ statement: { option, args } }: Entry): readonly string[] | undefined {
    const text = (at: number): string => args[at]?.text ?? '';
    switch (option) {
      case 'known-replica':
      case 'known-slave':
        return ['replica', this.hostKey(text(1)), String(atoi(text(2)))];
      case 'known-sentinel':
        return ['sentinel', text(3)];
      case 'rename-command':
        return ['rename', text(1).toLowerCase()];
      default:
        return undefined;
    }
  }

  /** Replicas are told apart by their text, or since 6.2, unless names are announced, by their address. */
  private hostKey(host: string): string {
    return !this.queues || this.announcesNames ? host : (numericAddress(host) ?? host);
  }

  private refusesHost(entry: Entry): boolean {
    const { option, args } = entry.statement;
    const host = args[1]?.text ?? '';
    if (numericAddress(host) !== undefined) return false;
    if (this.queues ? this.resolves : !neverResolves(host)) return false;
    const names = this.queues && host !== '' && !neverResolves(host);
    this.add('host', entry, 1, {
      message: names
        ? `${shown(host)} is a host name, and Sentinel takes only addresses unless "sentinel resolve-hostnames yes" stands in the file.`
        : `${shown(host)} is no address, and no name that could be resolved to one.`,
      reason: addressReason(option, "Can't resolve instance hostname.", this.env.target),
      fixes: names ? [choice('Let Sentinel resolve host names', insertLineBefore('sentinel resolve-hostnames yes', entry.at.line))] : [],
    });
    return true;
  }

  private unknownMaster(entry: Entry, name: string): void {
    // Another file, or a line of a template that cannot be read here, may introduce it.
    if (!this.settings.complete || this.env.template) return;
    const near = this.queues ? this.nearMaster(name) : undefined;
    const word = entry.statement.args[0];
    const fix = near !== undefined && word ? [choice(`Change to ${shown(near)}`, replaceSpan(word, quoteWord(near), entry.at.line))] : [];
    const later = this.queues ? '' : ' above this one';
    this.add('unknown-master', entry, 0, {
      message: `No "sentinel monitor" line${later} introduces a primary ${shown(name)}${near === undefined ? '' : `; there is ${shown(near)}`}.`,
      reason: 'No such master with specified name.',
      fixes: fix,
    });
  }

  private nearMaster(name: string): string | undefined {
    for (const known of this.masters.keys()) if (known.toLowerCase() === name.toLowerCase()) return known;
    return this.masters.size === 1 ? this.masters.keys().next().value : undefined;
  }

  private addFault({ at, statement: { fault } }: Entry): void {
    if (!fault) return;
    const { span, message, reason } = fault;
    const fixes = moveFixes(fault.fixes, at.line);
    this.faults.push({ kind: 'statement', report: reportAt(at, { span, message: `${message} ${stopsHere(reason)}`, fixes }) });
  }

  private add(kind: SentinelFaultKind, entry: Entry, argument: number, said: Refusal): void {
    const word = entry.statement.args[argument];
    const { message, reason, fixes = [], first } = said;
    const report = reportAt(entry.at, {
      message: `${message} ${stopsHere(reason)}`,
      fixes,
      ...(word ? { span: word } : {}),
      ...(first ? { related: [placeOf(first.at, 'The first line is here.')] } : {}),
    });
    this.faults.push({ kind, report });
  }
}

interface Refusal {
  readonly message: string;
  readonly reason: string;
  readonly fixes?: readonly Fix[];
  /** The line that was there before. */
  readonly first?: Entry;
}
