/**
 * The content of a JSON file of this folder. The bundle holds such files as text, which is parsed faster than the same
 * data written as code; elsewhere they are imported as data.
 */
export function parsed<T>(content: unknown): T {
  return (typeof content === 'string' ? JSON.parse(content) : content) as T;
}
