import type { Span } from '../conf/finding';
import type { UserLine } from './rule';

/** Names under which people, and not applications, have all rights. */
const ADMINISTRATORS = /^(?:default|root|superuser|dba|sre|ops)$|admin|operator/i;

/** Is it a user that may well have all rights? */
export function isAdministrator({ name }: UserLine): boolean {
  return ADMINISTRATORS.test(name.text);
}

/** The last of the rules that is one of these words, in any case. */
export function lastRule({ rules }: UserLine, ...words: readonly string[]): Span | undefined {
  return rules.words.findLast(({ text }) => words.includes(text.toLowerCase()));
}

/** Can the user run anything at all, by itself or by a selector? */
export function canDoSomething({ verdict: { user } }: UserLine): boolean {
  return !user.root.nothing || user.selectors.some((selector) => !selector.nothing);
}
