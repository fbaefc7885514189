import type { Fix } from './finding';
import { choice, insertLineAfter, replaceSpan } from './fix';
import type { RuleEnvironment } from './rule';
import type { Occurrence, Settings } from './settings';
import type { Word } from './syntax';

/** The winning line of a directive, when it stands in the document itself, where a finding can point at it. */
export function ownLine(settings: Settings, key: string): Occurrence | undefined {
  const last = settings.last(key);
  return last && !last.included ? last : undefined;
}

/**
 * Is the text all that the server reads? A part of a configuration and a template leave things open: there the absence
 * of a directive means nothing, and a default is not to be relied on.
 */
export function isWhole(settings: Settings, env: RuleEnvironment): boolean {
  return settings.complete && !env.template;
}

/** Is it certain that no line states the directive, which the target knows? */
export function isMissing(settings: Settings, env: RuleEnvironment, key: string): boolean {
  return settings.count(key) === 0 && isWhole(settings, env) && env.catalogue.byKey(key) !== undefined;
}

/** The effective value, or undefined when another file or a placeholder may state it. */
export function sureValue(settings: Settings, env: RuleEnvironment, key: string): string | undefined {
  return settings.count(key) > 0 || isWhole(settings, env) ? settings.value(key) : undefined;
}

/** The effective number, or undefined when another file or a placeholder may state it. */
export function sureNumber(settings: Settings, env: RuleEnvironment, key: string): bigint | undefined {
  return settings.count(key) > 0 || isWhole(settings, env) ? settings.number(key) : undefined;
}

/** Where a finding about something missing points: the line of the first of `keys` that has one, else the first line. */
export function anchorLine(settings: Settings, ...keys: readonly string[]): number {
  for (const key of keys) {
    const line = ownLine(settings, key);
    if (line) return line.line;
  }
  return 0;
}

/** A choice that adds lines after `line`. */
export function addAfter(settings: Settings, line: number, title: string, ...texts: readonly string[]): Fix {
  return choice(title, insertLineAfter(texts.join('\n'), settings.text(line), line));
}

/** A choice that puts `value` in the place of a word. Line rules pass no line. */
export function changeTo(value: string, word: Word, line = 0): Fix {
  return choice(`Change to ${value === '' ? '""' : value}`, replaceSpan(word, value === '' ? '""' : value, line));
}
