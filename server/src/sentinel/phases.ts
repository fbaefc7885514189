import type { RuleEnvironment } from '../conf/rule';
import type { Occurrence, Settings } from '../conf/settings';
import type { Line } from '../conf/syntax';
import { atoi, readBoolean } from '../conf/values';
import { neverResolves } from './address';
import { Claims } from './claims';
import { queuesLines } from './forms';
import {
  duplicateEntry,
  duplicateMaster,
  type Entry,
  refusedByItself,
  refusedHost,
  type SentinelFault,
  unknownMaster,
} from './refusals';
import { judgeStatement, type Statement } from './statement';

const judged = new WeakMap<Settings, readonly SentinelFault[]>();
const statements = new WeakMap<RuleEnvironment, WeakMap<Line, Statement>>();

/**
 * All `sentinel` lines that the target refuses, in no particular order. A line has at most one fault: the one that the
 * server finds first in it.
 */
export function sentinelFaults(settings: Settings, env: RuleEnvironment): readonly SentinelFault[] {
  if (env.kind !== 'sentinel') return [];
  let faults = judged.get(settings);
  if (!faults) {
    faults = new SentinelJudge(settings, env).judge();
    judged.set(settings, faults);
  }
  return faults;
}

class SentinelJudge {
  private readonly faults: SentinelFault[] = [];
  private readonly queues: boolean;
  /** Nothing is left open by files and lines that cannot be read here. */
  private readonly whole: boolean;
  private readonly masters = new Map<string, Entry>();
  private readonly mastersByLowerCase = new Map<string, string>();
  private readonly entries = new Map<string, Entry>();
  private readonly claims = new Claims();
  private resolves = false;
  private announcesNames = false;

  constructor(
    private readonly settings: Settings,
    private readonly env: RuleEnvironment,
  ) {
    this.queues = queuesLines(env.target);
    this.whole = settings.complete && !env.template;
  }

  judge(): readonly SentinelFault[] {
    const entries = this.settings.all('sentinel').flatMap((at) => this.read(at) ?? []);
    if (!this.queues) {
      for (const entry of entries) this.carryOut(entry);
      return this.faults;
    }
    // Lines without a form come before the last phase: they may have been meant to introduce a primary.
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
    const { form, fault, option, args } = entry.statement;
    const name = args[0]?.text ?? '';
    if (!form) {
      this.claims.add(entry.statement);
      this.note(refusedByItself(entry));
    } else if (form.phase === 'pre') {
      this.note(refusedByItself(entry));
      if (!fault) this.set(option, name);
    } else if (form.phase === 'monitor') {
      const refused = refusedByItself(entry) ?? this.refusedHost(entry);
      this.note(refused ?? this.addMaster(entry, name));
      if (refused) this.claims.add(entry.statement);
    } else if (option !== 'known-sentinel' || args.length > 3) {
      // Without an id at its end the server ignores a known-sentinel line, whatever it says.
      this.note(
        this.unknown(entry, name) ?? refusedByItself(entry) ?? this.refusedHost(entry) ?? this.addEntry(entry, name),
      );
    }
  }

  private note(fault: SentinelFault | undefined): void {
    if (fault) this.faults.push(fault);
  }

  private set(option: string, value: string): void {
    if (option === 'resolve-hostnames') this.resolves = readBoolean(value) === true;
    else if (option === 'announce-hostnames') this.announcesNames = readBoolean(value) === true;
  }

  private addMaster(entry: Entry, name: string): SentinelFault | undefined {
    const first = this.masters.get(name);
    if (first) return duplicateMaster(entry, name, first, this.env.target);
    this.masters.set(name, entry);
    this.mastersByLowerCase.set(name.toLowerCase(), name);
    return undefined;
  }

  private unknown(entry: Entry, name: string): SentinelFault | undefined {
    if (!this.whole || this.masters.has(name) || this.claims.has(name)) return undefined;
    if (!this.queues) return unknownMaster(entry, true, undefined);
    const only = this.masters.size === 1 ? this.masters.keys().next().value : undefined;
    return unknownMaster(entry, false, this.mastersByLowerCase.get(name.toLowerCase()) ?? only);
  }

  private refusedHost(entry: Entry): SentinelFault | undefined {
    const { form, args, address } = entry.statement;
    if (form?.value !== 'address' || address !== undefined) return undefined;
    const never = neverResolves(args[1]?.text ?? '');
    if (this.queues ? this.resolves || !this.whole : !never) return undefined;
    return refusedHost(entry, !never, this.env.target);
  }

  /** What a line adds to a primary can be there only once. */
  private addEntry(entry: Entry, name: string): SentinelFault | undefined {
    const key = this.keyOf(entry);
    if (key === undefined) return undefined;
    const id = JSON.stringify([name, ...key]);
    const first = this.entries.get(id);
    if (first) return duplicateEntry(entry, first, this.env.target);
    this.entries.set(id, entry);
    return undefined;
  }

  private keyOf({ statement: { option, args, address } }: Entry): readonly string[] | undefined {
    const text = (at: number): string => args[at]?.text ?? '';
    switch (option) {
      case 'known-replica':
      case 'known-slave': {
        // Replicas are told apart by their text, or since 6.2, unless names are announced, by their address.
        const host = this.queues && !this.announcesNames ? address : undefined;
        return ['replica', host ?? text(1), String(atoi(text(2)))];
      }
      case 'known-sentinel':
        return ['sentinel', text(3)];
      case 'rename-command':
        return ['rename', text(1).toLowerCase()];
      default:
        return undefined;
    }
  }
}
