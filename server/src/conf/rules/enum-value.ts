import { closest, distance } from 'fastest-levenshtein';
import { choice, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import type { DirectiveLine, DirectiveRule, RuleEnvironment } from '../rule';
import { argumentTexts } from '../arguments';
import type { Word } from '../syntax';

/** A word that is none of those that the directive takes. */
export const enumValue: DirectiveRule = {
  id: 'enum-value',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  types: ['enum'],
  title: 'A word is none of those that the directive takes',
  check: (line, env) => {
    const values = line.directive.facts.values ?? [];
    const bad = firstUnknown(line, values, env);
    if (!bad) return exclusive(line, env);
    const reason =
      line.directive.facts.errors?.[0] ??
      `argument${env.era === 7 ? '(s)' : ''} must be one of the following: ${values.join(', ')}`;
    return {
      span: bad.word,
      message: `"${line.name.text}" takes ${values.map((value) => `"${value}"`).join(', ')}; "${bad.text}" is none of them. The server stops here: ${reason}.`,
      fixes: line.args.length === 1 ? suggestions(bad.word, values) : [],
    };
  },
};

function firstUnknown(
  line: DirectiveLine,
  values: readonly string[],
  env: RuleEnvironment,
): { word: Word; text: string } | undefined {
  for (const { word, text } of argumentTexts(line, env)) {
    if (!values.some((value) => value.toLowerCase() === text.toLowerCase())) return { word, text };
  }
  return undefined;
}

/** `save` and `nosave` together: the only combination of words that is refused. */
function exclusive(line: DirectiveLine, env: RuleEnvironment): ReturnType<DirectiveRule['check']> {
  if (!line.directive.key.startsWith('shutdown-on-')) return undefined;
  const words = argumentTexts(line, env).map(({ text }) => text.toLowerCase());
  if (!words.includes('save') || !words.includes('nosave')) return undefined;
  return {
    span: { start: line.args[0]?.start ?? 0, end: line.args.at(-1)?.end ?? 0 },
    message:
      '"save" and "nosave" contradict each other. The server stops here: shutdown options SAVE and NOSAVE can\'t be used simultaneously.',
  };
}

function suggestions(word: Word, values: readonly string[]): Fix[] {
  const lower = word.text.toLowerCase();
  const nearest = closest(lower, [...values]);
  const sorted = distance(lower, nearest) <= 3 ? [nearest, ...values.filter((value) => value !== nearest)] : values;
  return sorted.slice(0, 8).map((value) => choice(`Change to "${value}"`, replaceSpan(word, value)));
}
