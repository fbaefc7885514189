import type { Directive } from '../catalogue/catalogue';
import { certain, insertLineBefore, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import type { DirectiveLine, DirectiveRule, RuleEnvironment } from '../rule';

/** Directives whose own rule counts their arguments. */
const COUNT_THEMSELVES = new Set([
  'client-output-buffer-limit',
  'oom-score-adj-values',
  'latency-tracking-info-percentiles',
]);

/** The numbers of arguments that a directive takes; undefined when its own rule decides. */
function bounds(directive: Directive, env: RuleEnvironment): { min: number; max: number } | undefined {
  const { facts, key } = directive;
  if (key === 'save' || key === 'sentinel') return undefined;
  if (COUNT_THEMSELVES.has(key) && env.era === 7) return undefined;
  const match = /^(exactly|atLeast) (\d+)$/.exec(facts.args ?? '');
  if (match) {
    const count = Number(match[2]);
    return { min: count, max: match[1] === 'exactly' ? count : Number.POSITIVE_INFINITY };
  }
  if (facts.multiArg) return { min: 1, max: Number.POSITIVE_INFINITY };
  return { min: 1, max: 1 };
}

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
    const reason =
      env.era === 7 || (env.era === 6 && line.directive.facts.type !== 'special')
        ? 'wrong number of arguments'
        : 'Bad directive or wrong number of arguments';
    if (args.length < allowed.min) {
      return {
        span: { start: name.start, end: args.at(-1)?.end ?? name.end },
        message: `"${name.text}" needs ${count(allowed)}. The server stops here: ${reason}.`,
      };
    }
    const first = args[allowed.max];
    const last = args.at(-1);
    const span = { start: first?.start ?? name.start, end: last?.end ?? name.end };
    const comment = first?.text.startsWith('#') && !first.quoted;
    return {
      span,
      message: comment
        ? `A comment cannot stand behind a value: "#" only starts a comment at the start of a line. The server stops here: ${reason}.`
        : `"${name.text}" takes ${count(allowed)}, not ${args.length}. The server stops here: ${reason}.`,
      fixes: surplusFixes(line, span, comment === true),
    };
  },
};

function surplusFixes(line: DirectiveLine, span: { start: number; end: number }, comment: boolean): Fix[] {
  const kept = line.args.find((_, index) => line.args[index + 1]?.start === span.start);
  const cut = { start: kept?.end ?? line.name.end, end: line.line.text.trimEnd().length };
  const rest = line.line.text.slice(span.start, cut.end);
  if (comment) {
    return [certain('Move the comment to a line of its own', insertLineBefore(rest), replaceSpan(cut, ''))];
  }
  const whole = line.line.text.slice(line.args[0]?.start ?? 0, cut.end);
  if (line.directive.facts.type !== 'string' || /["'\\]/.test(whole)) return [];
  return [
    { title: 'Put the value in quotes', preferred: false, edits: [replaceSpan({ start: line.args[0]?.start ?? 0, end: cut.end }, `"${whole}"`)] },
  ];
}

function count(allowed: { min: number; max: number }): string {
  const noun = allowed.min === 1 ? 'argument' : 'arguments';
  return allowed.max === allowed.min ? `exactly ${allowed.min} ${noun}` : `at least ${allowed.min} ${noun}`;
}
