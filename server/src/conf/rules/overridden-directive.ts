import type { Range } from '../finding';
import { certain, removeLine, replaceSpan } from '../fix';
import { trimmedSpan } from '../judge';
import { type OutputBufferLimit, outputBufferLimits } from '../memoryArguments';
import type { DocumentReport, DocumentRule, RuleEnvironment } from '../rule';
import type { Occurrence, Settings } from '../settings';

/** A line that a later one of the same directive makes void. */
export const overriddenDirective: DocumentRule = {
  id: 'overridden-directive',
  group: 'traps',
  severity: 'warning',
  scope: 'document',
  title: 'A later line of the same directive wins',
  *check(settings, env) {
    if (env.template) return;
    const repeated: DocumentReport[] = [];
    for (const key of settings.keys()) {
      if (settings.count(key) < 2) continue;
      const { repeat } = env.catalogue.byKey(key)?.entry ?? {};
      if (repeat === 'class') yield* overriddenClasses(settings, env, key);
      else if (repeat === 'last') {
        for (const report of overriddenLine(settings, key)) {
          if (report.severity === 'hint') repeated.push(report);
          else yield report;
        }
      }
    }
    if (repeated.length <= MOST_REPEATED) yield* repeated;
    else yield together(repeated);
  },
};

/** More directives than this that only repeat themselves mean that a file was appended to itself: one thing to say. */
const MOST_REPEATED = 20;

function together(repeated: readonly DocumentReport[]): DocumentReport {
  const sorted = [...repeated].sort((a, b) => a.line - b.line);
  const first = sorted[0]?.line ?? 0;
  return {
    line: first,
    severity: 'hint',
    message: `${repeated.length} directives are set to the same value again further down, this one first: one part of the file repeats another.`,
    fixes: [certain('Remove the repeated lines', ...sorted.map(({ line }) => removeLine(line)))],
    tags: ['unnecessary'],
  };
}

function* overriddenLine(settings: Settings, key: string): Iterable<DocumentReport> {
  const winner = settings.last(key);
  // A line that an included file overrides is the matter of include-order.
  if (!winner || winner.included || winner.directive.facts.type === 'ignored') return;
  if (key === 'dir' && !replacesDirectory(settings, winner)) return;
  const own = settings.lines(key);
  const dead = settings.at(own.at(-2) ?? -1);
  if (!dead) return;
  const same = meaningOf(dead) === meaningOf(winner);
  const name = dead.content.words[0]?.text ?? key;
  yield {
    line: dead.line,
    severity: same ? 'hint' : 'warning',
    message: `${sentence(name, same)}${others(own.length - 2)}`,
    fixes: [certain('Remove this line', removeLine(dead.line))],
    tags: ['unnecessary'],
    related: [{ range: rangeOf(settings, winner), message: 'This line wins.' }],
  };
}

function sentence(name: string, same: boolean): string {
  return same
    ? `"${name}" is set to the same value again further down; one line is enough.`
    : `"${name}" is set again further down, and the last line wins: this value has no effect.`;
}

function others(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' One more line above is void as well.' : ` ${count} more lines above are void as well.`;
}

/** A second `dir` starts where the first one led, and paths between the two belong to the first. */
function replacesDirectory(settings: Settings, winner: Occurrence): boolean {
  return (winner.args[0]?.text ?? '').startsWith('/') && settings.count('include') === 0;
}

/** The arguments as the server compares them, as far as that is certain. */
function meaningOf({ directive, args }: Occurrence): string {
  const { type } = directive.facts;
  const text = args.map((word) => word.text).join('\0');
  return type === 'bool' || type === 'enum' ? text.toLowerCase() : text;
}

function rangeOf(settings: Settings, { line }: Occurrence): Range {
  const { start, end } = trimmedSpan(settings.text(line));
  return { start: { line, character: start }, end: { line, character: end } };
}

interface Placed {
  readonly at: Occurrence;
  readonly limit: OutputBufferLimit;
  /** How many groups the line has. */
  readonly groups: number;
}

/** More lines of this directive than any file has for a reason; those before are not looked at. */
const LIMIT_LINES = 64;

/** Each class of clients has one limit: the last that is given. */
function* overriddenClasses(settings: Settings, env: RuleEnvironment, key: string): Iterable<DocumentReport> {
  const byClient = new Map<string, Placed[]>();
  for (const at of settings.all(key).slice(-LIMIT_LINES)) {
    const limits = outputBufferLimits(at, env);
    for (const limit of limits) {
      const placed = { at, limit, groups: limits.length };
      const list = byClient.get(limit.client);
      if (list) list.push(placed);
      else byClient.set(limit.client, [placed]);
    }
  }
  for (const [client, list] of byClient) {
    const winner = list.at(-1);
    const own = list.filter(({ at }) => !at.included);
    const dead = own.at(-2);
    if (!winner || winner.at.included || !dead) continue;
    const same = textOf(dead.limit) === textOf(winner.limit);
    const { name, seconds } = dead.limit;
    const span = { start: name.word.start, end: seconds.word.end };
    const inOneWord = name.word === seconds.word && dead.groups > 1;
    const alone = dead.groups === 1;
    const before = dead.at.content.words.findLast(({ end }) => end < span.start)?.end ?? span.start;
    const edit = alone ? removeLine(dead.at.line) : replaceSpan({ start: before, end: span.end }, '', dead.at.line);
    yield {
      line: dead.at.line,
      ...(alone ? {} : { span }),
      severity: same ? 'hint' : 'warning',
      message: `${sentence(`client-output-buffer-limit ${client}`, same)}${others(own.length - 2)}`,
      fixes: inOneWord ? [] : [certain(alone ? 'Remove this line' : 'Remove this limit', edit)],
      tags: ['unnecessary'],
      related: [{ range: rangeOf(settings, winner.at), message: 'This line wins.' }],
    };
  }
}

function textOf({ hard, soft, seconds }: OutputBufferLimit): string {
  return [hard.text, soft.text, seconds.text].join(' ').toLowerCase();
}
