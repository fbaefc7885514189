import { distance } from 'fastest-levenshtein';
import { describeAvailability } from './catalogue/availability';
import type { Catalogue, DirectiveEntry } from './catalogue/catalogue';
import type { Fix, Span } from './finding';
import { certain, choice, commentLine, replaceSpan } from './fix';
import type { RuleEnvironment } from './rule';
import type { Line, Word } from './syntax';
import { targetLabel } from './target';
import { shown } from './wording';

/** What an unknown name is, as one or two sentences, and what was probably meant. */
export interface UnknownName {
  readonly span: Span;
  readonly what: string;
  readonly fixes: readonly Fix[];
}

/** Explains a name that other versions or the other product know. Edits count from `at`. */
export function explainElsewhere(name: Word, entry: DirectiveEntry, env: RuleEnvironment, at = 0): UnknownName {
  const where = describeAvailability(name.text, entry);
  const what = `${targetLabel(env.target)} does not know ${shown(name.text)}; ${where} ${where.includes(' and ') ? 'do' : 'does'}`;
  const own = env.catalogue.byKey(entry.name)?.facts.name;
  if (own === undefined)
    return { span: name, what: `${what}.`, fixes: [choice('Comment this line out', commentLine(at))] };
  return {
    span: name,
    what: `${what}. Its name here is "${own}".`,
    fixes: [certain(`Change to "${own}"`, replaceSpan(name, own, at))],
  };
}

/** Explains a name that no version knows. Edits count from `at`. */
export function explainNowhere(line: Line, name: Word, env: RuleEnvironment, at = 0): UnknownName {
  const slip = slipOf(line, name, env.catalogue, at);
  if (slip) return slip;
  const nearest = nearestDirective(name.text, env.catalogue);
  const meant = nearest === undefined ? '' : `; "${nearest}" is`;
  const sure = nearest !== undefined && isSlip(dashed(name.text), dashed(nearest), env.catalogue);
  return {
    span: name,
    what: `${shown(name.text)} is no directive of ${targetLabel(env.target)}${meant}.`,
    fixes:
      nearest === undefined
        ? []
        : [(sure ? certain : choice)(`Change to "${nearest}"`, replaceSpan(name, nearest, at))],
  };
}

const LONGEST_COMPARED = 100;
/** Shorter names are near to each other: `hz` and `dir` could become many things. */
const SHORTEST_SURE = 8;

/** Is one name certainly the other: a blank instead of a dash, or in a long name one letter wrong, missing or swapped? */
function isSlip(name: string, nearest: string, catalogue: Catalogue): boolean {
  if (name === nearest) return true;
  if (name.length < SHORTEST_SURE) return false;
  return withSwappedLetters(name, catalogue) === nearest || distance(name, nearest) === 1;
}

/** The name of the target's directives that is nearest to `name`, when one is near enough to be meant. */
export function nearestDirective(name: string, catalogue: Catalogue): string | undefined {
  if (name.length > LONGEST_COMPARED) return undefined;
  const wanted = dashed(name);
  const swapped = withSwappedLetters(wanted, catalogue);
  if (swapped !== undefined) return swapped;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  for (const directive of catalogue.directives) {
    if (directive.facts.hidden) continue;
    for (const spelling of directive.spellings) {
      if (Math.abs(spelling.length - wanted.length) > bestDistance) continue;
      const away = distance(wanted, dashed(spelling));
      if (away < bestDistance || (away === bestDistance && best === undefined)) {
        best = spelling;
        bestDistance = away;
      }
    }
  }
  return best;
}

/** `prot` is `port`. */
function withSwappedLetters(name: string, catalogue: Catalogue): string | undefined {
  for (let at = 0; at + 1 < name.length; at++) {
    const swapped = `${name.slice(0, at)}${name.charAt(at + 1)}${name.charAt(at)}${name.slice(at + 2)}`;
    if (catalogue.find(swapped)) return swapped;
  }
  return undefined;
}

function dashed(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

/** Habits of other configuration languages. */
function slipOf(line: Line, name: Word, catalogue: Catalogue, at: number): UnknownName | undefined {
  const written = line.text.slice(name.start, name.end);
  const replace = (length: number, newText: string, from = name.start): Fix['edits'][number] =>
    replaceSpan({ start: from, end: from + length }, newText, at);
  if (written.startsWith('\ufeff')) {
    const what = 'The file begins with a byte order mark, and servers take it as a part of the first name.';
    return { span: name, what, fixes: [certain('Remove the byte order mark', replace(1, ''))] };
  }
  const comment = /^(?:;+|\/\/+)/.exec(written)?.[0];
  if (comment !== undefined) {
    const what = `A comment starts with "#", not with "${comment.charAt(0).repeat(Math.min(2, comment.length))}".`;
    return { span: name, what, fixes: [certain('Change to "#"', replace(comment.length, '#'))] };
  }
  if (/^\[[^\]]*\]$/.test(written) && line.words.length === 1) {
    return {
      span: name,
      what: 'A configuration file has no sections.',
      fixes: [choice('Comment this line out', commentLine(at))],
    };
  }
  const dashes = /^--+/.exec(written)?.[0] ?? '';
  if (dashes !== '' && catalogue.find(name.text.slice(dashes.length))) {
    const what = 'Dashes before the name belong to the command line, not to the file.';
    return { span: name, what, fixes: [certain(`Remove "${dashes}"`, replace(dashes.length, ''))] };
  }
  return assignmentOf(name, written, catalogue, replace) ?? commandOf(line, name, catalogue, replace);
}

type Replace = (length: number, newText: string, from?: number) => Fix['edits'][number];

/** `timeout=5`, `timeout: 5` */
function assignmentOf(name: Word, written: string, catalogue: Catalogue, replace: Replace): UnknownName | undefined {
  const match = /^([\w-]+)([=:])(.?)/.exec(written);
  const [, before = '', sign = '', rest = ''] = match ?? [];
  if (!match || !catalogue.find(before)) return undefined;
  const edit = replace(1, rest === '' ? '' : ' ', name.start + before.length);
  return {
    span: name,
    what: `Name and value are separated by a blank, not by "${sign}".`,
    fixes: [certain(rest === '' ? `Remove the "${sign}"` : `Replace "${sign}" by a blank`, edit)],
  };
}

/** `CONFIG SET timeout 5` */
function commandOf(line: Line, name: Word, catalogue: Catalogue, replace: Replace): UnknownName | undefined {
  const [, set, directive] = line.words;
  if (name.text.toLowerCase() !== 'config' || set?.text.toLowerCase() !== 'set') return undefined;
  if (!directive || !catalogue.find(directive.text)) return undefined;
  return {
    span: { start: name.start, end: set.end },
    what: '"CONFIG SET" is a command for a running server; a line of the file has only name and value.',
    fixes: [certain('Remove "CONFIG SET"', replace(directive.start - name.start, ''))],
  };
}
