/** Looks a key up that comes from a document: names such as `constructor`, which every object inherits, are not found. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
