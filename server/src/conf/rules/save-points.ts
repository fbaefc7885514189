import { type Argument, argumentsSpan, argumentTexts } from '../arguments';
import { certain, replaceSpan } from '../fix';
import type { Fix, Span } from '../finding';
import type { DirectiveLine, DirectiveRule, LineReport } from '../rule';
import { startsComment, trailingComment } from '../slips';
import { atoi, strtoll } from '../values';
import { stopsHere } from '../wording';

const REASON = 'Invalid save parameters';
const NOTHING = /^(?:no|off|none|never|false|disabled?)$/i;

/** Snapshot points that the target refuses. Up to 6.2 a wrong number of arguments is ignored, not refused. */
export const savePoints: DirectiveRule = {
  id: 'save-points',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['save'],
  title: 'Snapshot points are not pairs of seconds and changes',
  check: (line, env) => {
    const { args } = line;
    if (env.era < 7) {
      const [seconds, changes] = args;
      if (args.length !== 2 || !seconds || !changes) return undefined;
      if (atoi(seconds.text) < 1) return refused(line, seconds);
      return atoi(changes.text) < 0 ? refused(line, changes) : undefined;
    }
    const given = argumentTexts(line, env);
    if (given.length === 1 && given[0]?.text === '') return undefined;
    const bad = given.find(({ text }, index) => !isNumber(text, index % 2 === 0 ? 1n : 0n));
    if (bad) return refused(line, bad.word, given);
    return given.length % 2 === 1 ? refused(line, given.at(-1)?.word, given) : undefined;
  },
};

function isNumber(text: string, least: bigint): boolean {
  const { value, rest } = strtoll(text);
  return rest === text.length && value >= least;
}

function refused(line: DirectiveLine, span: Span | undefined, given: readonly Argument[] = []): LineReport {
  const comment = line.args.findIndex(startsComment);
  // The server finds the odd number of words first, but the comment is what makes it odd.
  const moved = comment > 0 && comment % 2 === 0 ? trailingComment(line, REASON) : undefined;
  return (
    moved ?? {
      span: span ?? argumentsSpan(line),
      message: `"save" takes pairs of seconds (1 or more) and changes (0 or more), or one empty text "" for no snapshots. ${stopsHere(REASON)}`,
      fixes: nothingFixes(line, given),
    }
  );
}

function nothingFixes(line: DirectiveLine, given: readonly Argument[]): Fix[] {
  const [only] = given;
  if (!only || given.length !== 1 || !NOTHING.test(only.text)) return [];
  return [certain('Write "" for no snapshots', replaceSpan(argumentsSpan(line), '""'))];
}
