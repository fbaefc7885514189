import type { Fix } from '../finding';
import { certain, replaceSpan } from '../fix';
import type { DirectiveLine, DirectiveRule } from '../rule';
import { hasBuiltInPoints } from '../snapshots';

/** Up to 6.2 a `save` line that is not one pair counts for nothing. */
export const saveIgnored: DirectiveRule = {
  id: 'save-ignored',
  group: 'traps',
  severity: 'warning',
  scope: 'directive',
  keys: ['save'],
  title: 'A save line without exactly two arguments is ignored up to 6.2',
  check: (line, env) => {
    const { args } = line;
    const [only] = args;
    if (env.era === 7 || !only || args.length === 2 || (args.length === 1 && only.text === '')) return undefined;
    const comment = args.find(({ text }) => text.startsWith('#'));
    const reason = comment ? 'a comment cannot stand behind a value, so the line has' : 'the line has';
    const builtIn = hasBuiltInPoints(env) ? ' It only takes the built-in points away.' : '';
    return {
      span: { start: only.start, end: args.at(-1)?.end ?? only.end },
      message: `This snapshot point is not set: ${reason} ${args.length} ${args.length === 1 ? 'argument' : 'arguments'} instead of 2, and up to 6.2 such a line is ignored without a word.${builtIn}`,
      fixes: commentAbove(line) ?? onePairALine(line) ?? [],
    };
  },
};

/** `save 900 1 # why` becomes two lines. */
function commentAbove({ line, name, args }: DirectiveLine): readonly Fix[] | undefined {
  const [seconds, changes, comment] = args;
  if (!seconds || !changes || !comment?.text.startsWith('#')) return undefined;
  if (![seconds, changes].every(({ text }) => /^\d+$/.test(text))) return undefined;
  const text = line.text.trimEnd();
  const indent = text.slice(0, name.start);
  const lines = `${text.slice(comment.start)}\n${indent}${text.slice(name.start, changes.end)}`;
  return [
    certain('Move the comment to a line of its own', replaceSpan({ start: name.start, end: text.length }, lines)),
  ];
}

/** `save 900 1 300 10`, the way of 7.0, becomes one line for each pair. */
function onePairALine({ line, name, args }: DirectiveLine): readonly Fix[] | undefined {
  const numbers = args.flatMap(({ text }) => text.trim().split(/\s+/));
  if (numbers.length % 2 !== 0 || !numbers.every((text) => /^\d+$/.test(text))) return undefined;
  const indent = line.text.slice(0, name.start);
  const lines: string[] = [];
  for (let at = 0; at < numbers.length; at += 2) lines.push(`${name.text} ${numbers[at]} ${numbers[at + 1]}`);
  const span = { start: name.start, end: args.at(-1)?.end ?? name.end };
  return [certain('Write one pair a line', replaceSpan(span, lines.join(`\n${indent}`)))];
}
