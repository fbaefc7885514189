import type { Pragma } from './pragmas';

/** The findings that comments ask not to see. */
export interface Ignored {
  readonly file: IgnoredRules;
  readonly byLine: ReadonlyMap<number, IgnoredRules>;
}

interface IgnoredRules {
  /** All rules, except those whose finding is an error. */
  readonly everything: boolean;
  readonly rules: ReadonlySet<string>;
}

/** A pragma and its line. */
export interface PlacedPragma {
  readonly line: number;
  readonly pragma: Pragma;
}

const NOTHING: IgnoredRules = { everything: false, rules: new Set() };

/**
 * Gathers what the pragmas of a document ask for. `ignore` holds for the next line that is not passed over, which
 * comments and blank lines are. `pragmas` are in the order of the document.
 */
export function readIgnored(pragmas: readonly PlacedPragma[], isPassedOver: (line: number) => boolean): Ignored {
  const byLine = new Map<number, IgnoredRules>();
  let file = NOTHING;
  // From the last to the first: what lies below a pragma is looked at once, however many stand above it.
  let known = { from: Number.POSITIVE_INFINITY, next: 0 };
  for (const { line, pragma } of [...pragmas].reverse()) {
    if (pragma.ignoreFile) file = joined(file, pragma.ignoreFile);
    if (!pragma.ignore) continue;
    let next = line + 1;
    while (next !== known.from && isPassedOver(next)) next++;
    if (next === known.from) next = known.next;
    known = { from: line + 1, next };
    byLine.set(next, joined(byLine.get(next) ?? NOTHING, pragma.ignore));
  }
  return { file, byLine };
}

/** Does a comment cover a finding of this rule on this line? A comment without names covers all but errors. */
export function isIgnoredAt(ignored: Ignored, line: number, rule: string, isError: boolean): boolean {
  return covers(ignored.file, rule, isError) || covers(ignored.byLine.get(line) ?? NOTHING, rule, isError);
}

function covers({ everything, rules }: IgnoredRules, rule: string, isError: boolean): boolean {
  return (everything && !isError) || rules.has(rule);
}

function joined(known: IgnoredRules, names: readonly string[]): IgnoredRules {
  if (known === NOTHING) return { everything: names.length === 0, rules: new Set(names) };
  return { everything: known.everything || names.length === 0, rules: new Set([...known.rules, ...names]) };
}
