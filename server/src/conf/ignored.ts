import type { Pragma } from './pragmas';

/** The findings that comments ask not to see. */
export interface Ignored {
  readonly file: IgnoredRules;
  readonly byLine: ReadonlyMap<number, IgnoredRules>;
}

interface IgnoredRules {
  /** All rules, except those whose finding is an error. */
  everything: boolean;
  readonly rules: Set<string>;
}

/** A pragma and its line. */
export interface PlacedPragma {
  readonly line: number;
  readonly pragma: Pragma;
}

/**
 * Gathers what the pragmas of a document ask for. `ignore` holds for the next line that is not passed over, which
 * comments and blank lines are. `pragmas` are in the order of the document.
 */
export function readIgnored(pragmas: readonly PlacedPragma[], isPassedOver: (line: number) => boolean): Ignored {
  const byLine = new Map<number, IgnoredRules>();
  const file = nothing();
  // From the last to the first: what lies below a pragma is looked at once, however many stand above it.
  let known = { from: Number.POSITIVE_INFINITY, next: 0 };
  for (const { line, pragma } of [...pragmas].reverse()) {
    if (pragma.ignoreFile) add(file, pragma.ignoreFile);
    if (!pragma.ignore) continue;
    let next = line + 1;
    while (next !== known.from && isPassedOver(next)) next++;
    if (next === known.from) next = known.next;
    known = { from: line + 1, next };
    const here = byLine.get(next) ?? nothing();
    add(here, pragma.ignore);
    byLine.set(next, here);
  }
  return { file, byLine };
}

/** Does a comment cover a finding of this rule on this line? A comment without names covers all but errors. */
export function isIgnoredAt({ file, byLine }: Ignored, line: number, rule: string, isError: boolean): boolean {
  const here = byLine.get(line);
  return covers(file, rule, isError) || (here !== undefined && covers(here, rule, isError));
}

function covers({ everything, rules }: Readonly<IgnoredRules>, rule: string, isError: boolean): boolean {
  return (everything && !isError) || rules.has(rule);
}

function nothing(): IgnoredRules {
  return { everything: false, rules: new Set() };
}

function add(to: IgnoredRules, names: readonly string[]): void {
  if (names.length === 0) to.everything = true;
  for (const name of names) to.rules.add(name);
}
