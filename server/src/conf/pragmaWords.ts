import type { Span } from './finding';

/** A part of a comment that speaks to this tool. */
export interface PragmaWord {
  /** `marker` is `redis-environments:`, `name` what stands before `=`, `value` what stands behind it. */
  readonly is: 'marker' | 'name' | 'value';
  /** The name that a value belongs to. */
  readonly of: string;
  readonly text: string;
  readonly span: Span;
}

/** Names that a pragma may hold, with what they say. */
export const pragmaNames: Readonly<Record<string, string>> = {
  target: 'The server that this file is judged for, such as `redis@7.0` or `valkey@8.1.1`. Holds for the file.',
  profile: 'House rules of the application behind it: `generic`, `outsystems` or `nuxeo`. Holds for the file.',
  purpose: '`production` or `non-production`. Holds for the file.',
  ignore: 'Rules that say nothing about the next line, separated by commas. Without a list: all that are not errors.',
  'ignore-file':
    'Rules that say nothing about this file, separated by commas. Without a list: all that are not errors.',
};

const MARKER = /^\s*#\s*(redis-environments:)/;

/** The parts of a comment that speaks to this tool; empty for other comments. Lists are taken apart at their commas. */
export function pragmaWords(text: string): readonly PragmaWord[] {
  const match = MARKER.exec(text);
  const marker = match?.[1];
  if (!match || marker === undefined) return [];
  const words: PragmaWord[] = [];
  const add = (is: PragmaWord['is'], of: string, start: number, end: number): void => {
    words.push({ is, of, text: text.slice(start, end), span: { start, end } });
  };
  const from = match[0].length;
  add('marker', '', from - marker.length, from);
  for (const part of text.slice(from).matchAll(/\S+/g)) {
    const start = from + part.index;
    const end = start + part[0].length;
    const equals = part[0].indexOf('=');
    const name = equals < 0 ? part[0] : part[0].slice(0, equals);
    add('name', name, start, start + name.length);
    if (equals < 0) continue;
    let at = start + equals + 1;
    for (const value of text.slice(at, end).split(',')) {
      if (value !== '') add('value', name, at, at + value.length);
      at += value.length + 1;
    }
  }
  return words;
}
