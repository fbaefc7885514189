/** Sorted line numbers by key. Inserting and removing lines costs what follows them, at the speed of a number array. */
export class LineIndex {
  private readonly lines = new Map<string, number[]>();

  /** The lines of a key, ascending. Not to be kept over a change. */
  get(key: string): readonly number[] {
    return this.lines.get(key) ?? [];
  }

  keys(): Iterable<string> {
    return this.lines.keys();
  }

  clear(): void {
    this.lines.clear();
  }

  /** Adds a line that is greater than all lines of its key. */
  append(key: string, line: number): void {
    const list = this.lines.get(key);
    if (list) list.push(line);
    else this.lines.set(key, [line]);
  }

  add(key: string, line: number): void {
    const list = this.lines.get(key);
    if (list) list.splice(lowerBound(list, line), 0, line);
    else this.lines.set(key, [line]);
  }

  remove(key: string, line: number): void {
    const list = this.lines.get(key);
    if (!list) return;
    const at = lowerBound(list, line);
    if (list[at] !== line) return;
    if (list.length === 1) this.lines.delete(key);
    else list.splice(at, 1);
  }

  /** Moves all lines from `from` on by `delta`. */
  shift(from: number, delta: number): void {
    for (const list of this.lines.values()) {
      for (let at = lowerBound(list, from); at < list.length; at++) list[at] = (list[at] ?? 0) + delta;
    }
  }
}

/** The first position whose element is not less than `value`. */
export function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
