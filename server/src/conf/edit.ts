import type { Analysis } from './analyze';
import type { DirectiveEntry } from './catalogue/catalogue';
import type { TextEdit } from './finding';
import { commentLine, insertLineAfter, insertLineBefore, replaceSpan } from './fix';
import type { JudgedLine } from './judge';
import { lineToFollow, type Named } from './placement';
import { isGenerated } from '../sentinel/monitored';
import { isSentinelState, namesPrimary } from './sentinelLine';
import { sentinelDocs } from '../sentinel/docs';
import { own } from './own';
import { quoteWord } from './syntax';

interface DirectiveAt extends Named {
  /** The name that a new line gets. */
  readonly name: string;
  readonly repeat: DirectiveEntry['repeat'];
}

interface OwnLine {
  readonly line: number;
  readonly judged: JudgedLine;
  readonly args: readonly string[];
}

/**
 * The edits after which the settings of a document say `args` for a directive. A directive with one value has its
 * effective line changed, refused ones included; others get a further line, unless one is about the same thing (the
 * same user, the same client class) and is changed instead. A new line stands behind a commented example, else behind
 * the last directive of its kind, else at the end, before what the server wrote. Nothing else changes; no edits when
 * the settings say it already.
 */
export function setDirective(analysis: Analysis, key: string, args: readonly string[]): readonly TextEdit[] {
  const at = directiveAt(analysis, key);
  const lines = ownLines(analysis, at);
  const about = at.repeat === 'last' ? lines : lines.filter((line) => isAboutSame(at, line.args, args));
  const target = about.at(-1);
  const overrider = overridingInclude(analysis, at, args, target?.line ?? -1);
  if (overrider !== undefined) return [newLine(analysis, overrider, at.name, args)];
  if (at.key === 'save') return setSavePoint(analysis, at, lines, args);
  if (target && (at.repeat !== 'class' || target.args.length <= 4)) return replaceArguments(target, at.name, args);
  const follow = target ?? (at.repeat === 'last' ? undefined : lastWritten(analysis, lines));
  return [newLine(analysis, follow ? follow.line : lineToFollow(analysis, at), at.name, args)];
}

/** The last line that a person wrote. */
function lastWritten(analysis: Analysis, lines: readonly OwnLine[]): OwnLine | undefined {
  const end = analysis.settings.rewriteTail ?? Number.POSITIVE_INFINITY;
  return lines.findLast(({ line, judged }) => line < end && !isSentinelState(judged.line));
}

/** The edits that take a directive out of a document: all its lines, or those whose arguments begin with `args`. */
export function unsetDirective(analysis: Analysis, key: string, args: readonly string[] = []): readonly TextEdit[] {
  const lines = ownLines(analysis, directiveAt(analysis, key)).filter((line) => beginsWith(line.args, args));
  const { lines: texts } = analysis.document;
  const edits: TextEdit[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at]?.line ?? 0;
    while (lines[at + 1]?.line === (lines[at]?.line ?? 0) + 1) at++;
    const last = lines[at]?.line ?? 0;
    const atEnd = last === texts.length - 1;
    const start =
      atEnd && first > 0
        ? { line: first - 1, character: texts[first - 1]?.length ?? 0 }
        : { line: first, character: 0 };
    const end = atEnd ? { line: last, character: texts[last]?.length ?? 0 } : { line: last + 1, character: 0 };
    edits.push({ range: { start, end }, newText: '' });
  }
  return edits;
}

/** The edits that turn all lines of a directive, or those whose arguments begin with `args`, into comments. */
export function commentDirective(analysis: Analysis, key: string, args: readonly string[] = []): readonly TextEdit[] {
  return ownLines(analysis, directiveAt(analysis, key))
    .filter((line) => beginsWith(line.args, args))
    .map(({ line }) => commentLine(line));
}

function directiveAt(analysis: Analysis, key: string): DirectiveAt {
  const { catalogue } = analysis.judge;
  const directive = catalogue.byKey(key) ?? catalogue.find(key);
  // A name that the target does not know, one of a module for example, is taken as it is.
  if (!directive) return { key, name: key, names: new Set([key.toLowerCase()]), repeat: 'last' };
  return {
    key: directive.key,
    name: directive.facts.name,
    names: new Set(directive.spellings),
    repeat: directive.entry.repeat,
  };
}

/** The lines of the document itself that begin with a name of the directive, accepted or not. */
function ownLines(analysis: Analysis, { names }: Named): readonly OwnLine[] {
  const found: OwnLine[] = [];
  const { lineCount } = analysis.settings;
  for (let line = 0; line < lineCount; line++) {
    const judged = analysis.line(line);
    if (!judged) continue;
    const { kind, text, words } = judged.line;
    if (kind === 'blank' || kind === 'comment') continue;
    const name = kind === 'unbalanced' ? (/\S+/.exec(text.slice(0, 200))?.[0] ?? '') : (words[0]?.text ?? '');
    if (names.has(name.toLowerCase())) found.push({ line, judged, args: words.slice(1).map((word) => word.text) });
  }
  return found;
}

/** Do two lines of a directive that may repeat speak of the same thing, so that the later one would replace the other? */
function isAboutSame({ key }: Named, a: readonly string[], b: readonly string[]): boolean {
  const same = (count: number): boolean => a.slice(0, count).join('\0') === b.slice(0, count).join('\0');
  const sameWord = (index: number): boolean => a[index]?.toLowerCase() === b[index]?.toLowerCase();
  switch (key) {
    case 'client-output-buffer-limit':
      return b.length === 4 && a.some((name, index) => index % 4 === 0 && classOf(name) === classOf(b[0]));
    case 'user':
    case 'loadmodule':
      return same(1);
    case 'rename-command':
      return sameWord(0);
    case 'sentinel':
      return sameWord(0) && isSameOption(a, b);
    default:
      return a.length === b.length && same(a.length);
  }
}

/** `sentinel` lines: the same primary, and the same replica, sentinel or command where there are several of one. */
function isSameOption(a: readonly string[], b: readonly string[]): boolean {
  const option = a[0]?.toLowerCase() ?? '';
  if (!namesPrimary(own(sentinelDocs, option))) return true;
  if (a[1] !== b[1]) return false;
  if (option.startsWith('known-') && isGenerated(option)) return a[2] === b[2] && a[3] === b[3];
  return option !== 'rename-command' || a[2]?.toLowerCase() === b[2]?.toLowerCase();
}

function classOf(name: string | undefined): string | undefined {
  const lower = name?.toLowerCase();
  return lower === 'slave' ? 'replica' : lower;
}

/** The line of an `include` behind `line` whose file sets the directive and so has the last word. */
function overridingInclude(
  analysis: Analysis,
  at: DirectiveAt,
  args: readonly string[],
  line: number,
): number | undefined {
  if (at.repeat === 'add') return undefined;
  const last = analysis.settings.all(at.key).findLast(
    (one) =>
      at.repeat === 'last' ||
      isAboutSame(
        at,
        one.args.map(({ text }) => text),
        args,
      ),
  );
  return last?.included && last.line > line ? last.line : undefined;
}

/** Save points add up until an empty line clears them. */
function setSavePoint(
  analysis: Analysis,
  at: DirectiveAt,
  lines: readonly OwnLine[],
  args: readonly string[],
): readonly TextEdit[] {
  const cleared = lines.findLastIndex((line) => line.args.every((text) => text === ''));
  const valid = lines.slice(Math.max(0, cleared));
  if (valid.some((line) => line.judged.directive && isAboutSame(at, line.args, args))) return [];
  return [newLine(analysis, lines.at(-1)?.line ?? lineToFollow(analysis, at), at.name, args)];
}

function replaceArguments(target: OwnLine, name: string, args: readonly string[]): readonly TextEdit[] {
  const { line, judged } = target;
  const { kind, text, words } = judged.line;
  if (kind !== 'directive' || text.includes('\0')) {
    return [replaceSpan({ start: 0, end: text.length }, lineText(name, args), line)];
  }
  if (judged.directive && target.args.length === args.length && args.every((arg, at) => arg === target.args[at]))
    return [];
  const [written, ...rest] = words;
  const last = rest.at(-1) ?? written;
  return [replaceSpan({ start: written?.end ?? 0, end: last?.end ?? 0 }, lineText('', args), line)];
}

function newLine(analysis: Analysis, follow: number, name: string, args: readonly string[]): TextEdit {
  const text = lineText(name, args);
  const before = analysis.document.lines[follow];
  return before === undefined ? insertLineBefore(text) : insertLineAfter(text, before, follow);
}

function lineText(name: string, args: readonly string[]): string {
  return [name, ...args.map(quoteWord)].join(' ');
}

function beginsWith(all: readonly string[], first: readonly string[]): boolean {
  return first.every((text, index) => text === all[index]);
}
