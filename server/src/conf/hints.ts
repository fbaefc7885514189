import type { Analysis } from './analyze';
import { type Argument, argumentTexts } from './arguments';
import type { Directive } from './catalogue/catalogue';
import type { Position, Range } from './finding';
import type { JudgedLine } from './judge';
import { humanDuration, isLongDuration, isTimeUnit, permissionText, savePointText } from './meaning';
import type { RuleEnvironment } from './rule';
import { readSentinelLine } from './sentinelLine';
import type { Word } from './syntax';
import { groupDigits, humanBytes, memoryMeaning, readInteger, readOctal } from './values';

/** A small text behind a value that says what the value means. */
export interface InlayHint {
  readonly position: Position;
  readonly label: string;
}

interface LineHint {
  readonly character: number;
  readonly label: string;
}

/** Save points of one quoted list that are put into words. */
const MOST_POINTS = 5;
const NO_HINTS: readonly LineHint[] = [];

/** The hints of the lines that a range touches. A value that says by itself what it means has none. */
export function inlayHints(analysis: Analysis, range: Range): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  const last = Math.min(range.end.line, analysis.settings.lineCount - 1);
  for (let line = Math.max(0, range.start.line); line <= last; line++) {
    const judged = analysis.line(line);
    if (!judged?.directive) continue;
    for (const { character, label } of hintsOf(judged, judged.directive, analysis.judge.env)) {
      hints.push({ position: { line, character }, label });
    }
  }
  return hints;
}

function hintsOf(judged: JudgedLine, directive: Directive, env: RuleEnvironment): readonly LineHint[] {
  switch (directive.key) {
    case 'save':
      return saveHints(givenTo(judged, directive, env), env);
    case 'client-output-buffer-limit':
      return bufferLimitHints(givenTo(judged, directive, env));
    case 'sentinel':
      return sentinelHints(judged);
    default: {
      const value = judged.line.words[1];
      return value ? hint(value, labelFor(value.text, directive)) : NO_HINTS;
    }
  }
}

function givenTo(judged: JudgedLine, directive: Directive, env: RuleEnvironment): readonly Argument[] {
  return argumentTexts({ directive, args: judged.line.words.slice(1) }, env);
}

function labelFor(text: string, { facts, entry: { unit } }: Directive): string | undefined {
  switch (facts.type) {
    case 'memory':
    case 'percent-or-memory':
      return sizeLabel(text);
    case 'octal': {
      const mode = readOctal(text);
      return mode === undefined || mode === 0n || mode > 0o777n ? undefined : permissionText(Number(mode));
    }
    case 'int': {
      if (unit === 'bytes') return sizeLabel(text);
      const number = isTimeUnit(unit) ? readInteger(text) : undefined;
      return number !== undefined && isTimeUnit(unit) && isLongDuration(number, unit)
        ? humanDuration(number, unit)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Bytes of a value with a unit; a round size of plain bytes from 1 KB on. */
function sizeLabel(text: string): string | undefined {
  const bytes = memoryMeaning(text);
  if (bytes === undefined || bytes < 1024n) return undefined;
  return /^\d+$/.test(text) ? `= ${humanBytes(bytes)}` : `= ${groupDigits(bytes)} bytes`;
}

function bufferLimitHints(given: readonly Argument[]): readonly LineHint[] {
  const found: LineHint[] = [];
  for (const [index, value] of given.entries()) {
    // Sizes inside of one quoted list have no place of their own.
    if (index % 4 === 0 || given[0]?.word === given[1]?.word) continue;
    const seconds = index % 4 === 3 ? readInteger(value.text) : undefined;
    const label =
      index % 4 !== 3
        ? sizeLabel(value.text)
        : seconds !== undefined && seconds > 60n
          ? humanDuration(seconds, 'seconds')
          : undefined;
    found.push(...hint(value.word, label));
  }
  return found;
}

function saveHints(given: readonly Argument[], env: RuleEnvironment): readonly LineHint[] {
  const [first] = given;
  if (!first) return NO_HINTS;
  if (given.length === 1 && first.text === '') return hint(first.word, 'no snapshots');
  // Up to 6.2 a line with another number of words is skipped.
  if (given.length % 2 === 1 || (env.era < 7 && given.length !== 2)) return NO_HINTS;
  const byWord = new Map<Argument['word'], string[]>();
  for (let at = 0; at < given.length; at += 2) {
    const seconds = readInteger(given[at]?.text ?? '');
    const changes = readInteger(given[at + 1]?.text ?? '');
    const word = given[at + 1]?.word;
    if (seconds === undefined || changes === undefined || !word) return NO_HINTS;
    const texts = byWord.get(word);
    if (!texts) byWord.set(word, [savePointText(seconds, changes)]);
    else if (texts.length < MOST_POINTS) texts.push(savePointText(seconds, changes));
    else texts[MOST_POINTS] = '…';
  }
  return [...byWord].map(([word, texts]) => ({ character: word.end, label: texts.join(', ') }));
}

function sentinelHints(judged: JudgedLine): readonly LineHint[] {
  const read = readSentinelLine(judged.line);
  const value = read?.args[1];
  if (!value || !read?.doc?.usage.endsWith('<milliseconds>')) return NO_HINTS;
  const time = readInteger(value.text);
  if (time === undefined || !isLongDuration(time, 'milliseconds')) return NO_HINTS;
  return [{ character: value.end, label: humanDuration(time, 'milliseconds') }];
}

function hint(word: Word, label: string | undefined): readonly LineHint[] {
  return label === undefined ? NO_HINTS : [{ character: word.end, label }];
}
