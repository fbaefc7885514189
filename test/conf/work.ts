type Method = (this: string, ...args: unknown[]) => unknown;

const COUNTED = [
  'charCodeAt',
  'charAt',
  'slice',
  'substring',
  'indexOf',
  'search',
  'trim',
  'trimStart',
  'trimEnd',
] as const;

/**
 * How much a piece of code looks at strings: calls of string methods, and the characters that those that copy or search
 * touch. It stands for time and does not depend on the machine.
 */
export function workOf(run: () => void): number {
  const methods = String.prototype as unknown as Record<string, Method>;
  const originals = COUNTED.map((name) => [name, methods[name]] as const);
  let work = 0;
  for (const [name, original] of originals) {
    if (!original) continue;
    methods[name] = function (this: string, ...args: unknown[]): unknown {
      const result = original.apply(this, args);
      work += 1 + touched(name, this, args, result);
      return result;
    };
  }
  try {
    run();
  } finally {
    for (const [name, original] of originals) if (original) methods[name] = original;
  }
  return work;
}

function touched(name: string, text: string, args: readonly unknown[], result: unknown): number {
  if (name === 'charCodeAt' || name === 'charAt') return 0;
  if (typeof result === 'string') return result.length;
  const from = typeof args[1] === 'number' ? args[1] : 0;
  return (typeof result === 'number' && result >= 0 ? result : text.length) - from;
}
