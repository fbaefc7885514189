import { wordRulesOf } from './judge';
import type { RuleEnvironment } from './rule';
import type { Directive } from './catalogue/catalogue';
import type { Span } from './finding';
import { splitArgument, type Word } from './syntax';

/** One argument as the server's setter gets it, with the word of the line that it came from. */
export interface Argument {
  readonly text: string;
  readonly word: Word;
}

/**
 * The arguments that the server's setter gets. Since 7.0 a single argument of a multi-argument directive is split
 * again: `save "900 1 300 10"` has four. One that cannot be split, for its quotes are unbalanced, counts as no argument.
 */
export function argumentTexts(
  line: { readonly directive: Directive; readonly args: readonly Word[] },
  env: RuleEnvironment,
): readonly Argument[] {
  const [only] = line.args;
  if (only && line.args.length === 1 && line.directive.facts.multiArg && only.text !== '') {
    const parts = splitArgument(only.text, wordRulesOf(env)) ?? [];
    return parts.map((text) => ({ text, word: only }));
  }
  return line.args.map((word) => ({ text: word.text, word }));
}

/** The columns of all arguments of a line, or of its name when it has none. */
export function argumentsSpan({ name, args }: { readonly name: Word; readonly args: readonly Word[] }): Span {
  return { start: args[0]?.start ?? name.start, end: args.at(-1)?.end ?? name.end };
}
