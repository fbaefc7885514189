import type { Directive } from '../catalogue/catalogue';
import { docOf } from '../catalogue/docs';
import { certain, choice, replaceSpan } from '../fix';
import type { Fix, Span } from '../finding';
import type { DirectiveLine, DirectiveRule, RuleEnvironment } from '../rule';
import { meantSize } from '../sizes';
import { assignment, trailingComment } from '../slips';
import { quoteWord } from '../syntax';
import { atLeast } from '../target';
import { shown, stops, stopsHere } from '../wording';

/** Directives whose own rule counts their arguments: always, and since 7.0. */
const COUNT_THEMSELVES = new Set(['save', 'sentinel', 'replicaof']);
const COUNT_THEMSELVES_SINCE_7 = new Set([
  'bind',
  'rdma-bind',
  'client-output-buffer-limit',
  'oom-score-adj-values',
  'latency-tracking-info-percentiles',
]);

/** Directives that never came into the table of 7.0, and those that 6.x still reads by hand though they are simple. */
const BY_HAND = new Set(['include', 'loadmodule', 'rename-command', 'user']);
const BY_HAND_IN_6 = new Set(['logfile', 'cluster-config-file', 'unixsocketperm']);

/** Too few or too many arguments, a trailing `# comment` among them. */
export const argumentCount: DirectiveRule = {
  id: 'argument-count',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  title: 'Too many or too few arguments, often a # comment behind the value',
  check: (line, env) => {
    const allowed = bounds(line.directive, env);
    const { args, name } = line;
    if (!allowed || (args.length >= allowed.min && args.length <= allowed.max)) return undefined;
    const { reason, say } = refusal(line, env);
    if (args.length < allowed.min) {
      const usage = docOf(line.directive.key)?.usage;
      return {
        span: { start: name.start, end: args.at(-1)?.end ?? name.end },
        message: `"${name.text}" needs ${count(allowed)}${usage ? `: ${usage}` : ''}. ${say(reason)}`,
        fixes: emptyFix(line),
      };
    }
    const slip = trailingComment(line, reason, say) ?? assignment(line, reason);
    if (slip) return slip;
    const span = { start: args[allowed.max]?.start ?? name.start, end: args.at(-1)?.end ?? name.end };
    return {
      span,
      message: `"${name.text}" takes ${count(allowed)}, not ${args.length}. ${say(reason)}`,
      fixes: surplusFixes(line, span, allowed.max),
    };
  },
};

/** The numbers of arguments that a directive takes; undefined when its own rule decides. */
function bounds(directive: Directive, env: RuleEnvironment): { min: number; max: number } | undefined {
  const { facts, key } = directive;
  if (COUNT_THEMSELVES.has(key)) return undefined;
  if (env.era === 7 && COUNT_THEMSELVES_SINCE_7.has(key)) return undefined;
  const match = /^(exactly|atLeast) (\d+)$/.exec(facts.args ?? '');
  if (match) {
    const number = Number(match[2]);
    return { min: number, max: match[1] === 'exactly' ? number : Number.POSITIVE_INFINITY };
  }
  // Words of a list are counted by enum-value, which says which ones there are.
  if (facts.multiArg) return undefined;
  return { min: 1, max: 1 };
}

/** The server's words, and whether it says them at the line or after the whole file was read. */
function refusal(
  { directive, args }: DirectiveLine,
  env: RuleEnvironment,
): { reason: string; say: (reason: string) => string } {
  const { facts, key } = directive;
  const byHand = facts.type === 'ignored' || BY_HAND.has(key);
  // Redis 8 takes such a line for one of an unknown directive, which a module could know.
  if (byHand && args.length > 0 && atLeast(env.target, 'redis', '8.0.0')) {
    return { reason: 'Unresolved Configuration(s) Detected', say: stops };
  }
  const byHandIn6 = facts.type === 'special' || facts.lenientParse === true || BY_HAND_IN_6.has(key);
  const bad = byHand || env.era === 5 || (env.era === 6 && (byHandIn6 || isOldPassword(key, env)));
  return { reason: bad ? 'Bad directive or wrong number of arguments' : 'wrong number of arguments', say: stopsHere };
}

function isOldPassword(key: string, env: RuleEnvironment): boolean {
  return key === 'requirepass' && !atLeast(env.target, 'redis', '6.2.1');
}

/** A text may be stated as empty. */
function emptyFix({ directive, name, args }: DirectiveLine): Fix[] {
  const { type, default: preset } = directive.facts;
  if (type !== 'string' || args.length > 0 || (preset !== '' && preset !== undefined)) return [];
  return [choice('Write "" for none', replaceSpan({ start: name.end, end: name.end }, ' ""'))];
}

function surplusFixes({ directive, line, args }: DirectiveLine, surplus: Span, allowed: number): Fix[] {
  const first = args[0];
  const { type } = directive.facts;
  if (!first || allowed !== 1) return [];
  const all = { start: first.start, end: surplus.end };
  if (type === 'memory' || type === 'percent-or-memory') {
    const size = meantSize(args.map(({ text }) => text).join(' '));
    if (size?.exact) return [certain(`Change to ${size.text}`, replaceSpan(all, size.text))];
  }
  if (type !== 'string' && directive.key !== 'dir') {
    const kept = line.text.slice(first.start, first.end);
    return [choice(`Keep only ${shown(kept)}`, replaceSpan({ start: first.end, end: surplus.end }, ''))];
  }
  const written = line.text.slice(all.start, all.end);
  return /["'\\]/.test(written) ? [] : [choice('Put the value in quotes', replaceSpan(all, quoteWord(written)))];
}

function count(allowed: { min: number; max: number }): string {
  const noun = allowed.min === 1 ? 'argument' : 'arguments';
  return allowed.max === allowed.min ? `exactly ${allowed.min} ${noun}` : `at least ${allowed.min} ${noun}`;
}
