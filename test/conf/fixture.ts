/**
 * Fixtures of rules: files that carry their expectations.
 *
 * `#=== what it shows [redis@7.0 profile=outsystems purpose=production kind=sentinel template file=name ...]`
 * starts a case; the words in brackets say how it is judged. Below a line stand, as comments,
 * `#! rule-id severity "text of the range"` for each finding on it, and
 * `#> text` for the lines that the first fix of that finding puts in the place of the line (`#>` alone: the line is gone).
 */
export interface Expectation {
  readonly rule: string;
  readonly severity: string;
  readonly text: string | undefined;
  /** Lines after the fix; undefined when the fixture does not say. */
  readonly fixed: readonly string[] | undefined;
}

export interface FixtureCase {
  readonly title: string;
  readonly options: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
  /** Expectations by line of `lines`. */
  readonly expected: ReadonlyMap<number, readonly Expectation[]>;
}

/** Reads a fixture file. */
export function parseFixture(text: string): FixtureCase[] {
  return text
    .split(/^(?=#===)/m)
    .filter((part) => part.startsWith('#==='))
    .map(parseCase);
}

function parseCase(part: string): FixtureCase {
  const [header = '', ...rest] = part.replace(/\n$/, '').split('\n');
  const match = /^#===\s*(.*?)\s*(?:\[([^\]]*)\])?\s*$/.exec(header);
  const options = new Map<string, string>();
  for (const word of (match?.[2] ?? '').split(/\s+/).filter((word) => word !== '')) {
    const equals = word.indexOf('=');
    if (word.includes('@') && equals < 0) options.set('target', word);
    else options.set(equals < 0 ? word : word.slice(0, equals), equals < 0 ? 'yes' : word.slice(equals + 1));
  }
  const lines: string[] = [];
  const expected = new Map<number, Expectation[]>();
  for (const line of rest) {
    const at = lines.length - 1;
    if (line.startsWith('#! ')) {
      const parts = /^#! (\S+) (\S+)(?: "(.*)")?\s*$/.exec(line);
      if (!parts) throw new Error(`not understood: ${line}`);
      const list = expected.get(at) ?? [];
      list.push({ rule: parts[1] ?? '', severity: parts[2] ?? '', text: parts[3], fixed: undefined });
      expected.set(at, list);
    } else if (line === '#>' || line.startsWith('#> ')) {
      const list = expected.get(at) ?? [];
      const last = list.pop();
      if (!last) throw new Error(`no expectation before: ${line}`);
      list.push({ ...last, fixed: [...(last.fixed ?? []), ...(line === '#>' ? [] : [line.slice(3)])] });
      expected.set(at, list);
    } else {
      lines.push(line);
    }
  }
  return { title: match?.[1] ?? '', options, lines, expected };
}
