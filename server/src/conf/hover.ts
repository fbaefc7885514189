import { argumentTexts } from './arguments';
import type { Analysis } from './analyze';
import type { Directive } from './catalogue/catalogue';
import { describeDirective, heading } from './describeDirective';
import { describeValue } from './describeValue';
import { type Position, type Range, rangeOn } from './finding';
import { PRAGMA_KEY } from './judge';
import { code, paragraphs } from './markdown';
import { humanDuration, isLongDuration } from './meaning';
import { own } from './own';
import { type Place, placeAt } from './place';
import { pragmaNames, pragmaWords } from './pragmaWords';
import { rules } from './rules';
import { isSecret } from './secrets';
import { readSentinelLine } from './sentinelLine';
import { usageParameters } from './usage';
import { readInteger } from './values';

/** Parts of one quoted list that are explained. */
const MOST_TEXTS = 8;

/** A text about a range of the document. Text of the document stands in code spans only; there is no HTML in it. */
export interface Hover {
  readonly markdown: string;
  readonly range: Range;
}

/** What is to be said about the word at a position. */
export function hover(analysis: Analysis, position: Position): Hover | undefined {
  if (analysis.line(position.line)?.key === PRAGMA_KEY) return pragmaHover(analysis, position);
  const place = placeAt(analysis, position);
  if (!place) return undefined;
  const markdown = textFor(place, analysis);
  return markdown === undefined || markdown === '' ? undefined : { markdown, range: rangeOn(place.line, place.word) };
}

function textFor(place: Place, analysis: Analysis): string | undefined {
  const { directive, index, word, judged } = place;
  const { env } = analysis.judge;
  if (index === 0) {
    return paragraphs(describeDirective(word.text, env), directive && overridden(place, directive, analysis));
  }
  if (!directive) return undefined;
  if (directive.key === 'sentinel') return sentinelText(place);
  const given = argumentTexts({ directive, args: judged.line.words.slice(1) }, env);
  const texts = new Set<string>();
  for (const [at, argument] of given.entries()) {
    if (argument.word.start !== word.start) continue;
    const text = describeValue({ directive, given, index: at }, env);
    if (text !== undefined) texts.add(text);
    if (texts.size === MOST_TEXTS) break;
  }
  return paragraphs(...texts);
}

/** Where the value of a directive really comes from, when that is another line. */
function overridden({ judged, line }: Place, directive: Directive, analysis: Analysis): string | undefined {
  if (!judged.directive || directive.entry.repeat !== 'last') return undefined;
  const last = analysis.settings.last(directive.key);
  if (!last || last.line === line) return undefined;
  const value = last.args.map(({ text }) => text).join(' ');
  const to = isSecret(last.content, directive, 1) ? '' : `, to ${code(value)}`;
  return last.included
    ? `This line has no effect: the file included on line ${last.line + 1} sets it again${to}.`
    : `This line has no effect: line ${last.line + 1} sets it again${to}.`;
}

function sentinelText({ judged, word }: Place): string | undefined {
  const read = readSentinelLine(judged.line);
  if (!read?.doc) return undefined;
  const { doc } = read;
  if (word === read.sub) {
    return paragraphs(
      heading(`sentinel ${read.key}`, doc),
      doc.does,
      `**When to change:** ${doc.change}`,
      `**Risk:** ${doc.risk}`,
      `[Documentation](${doc.link})`,
    );
  }
  const index = read.args.indexOf(word);
  const parameter = usageParameters(doc.usage)[index];
  const time = parameter?.text === '<milliseconds>' ? readInteger(word.text) : undefined;
  return paragraphs(
    time !== undefined && isLongDuration(time * 60n, 'milliseconds')
      ? `${code(word.text)} = ${humanDuration(time, 'milliseconds')}.`
      : undefined,
    doc.args?.[index] ?? doc.does,
  );
}

function pragmaHover(analysis: Analysis, { line, character }: Position): Hover | undefined {
  const words = pragmaWords(analysis.document.lines[line] ?? '');
  const word = words.find(({ span }) => span.start <= character && character <= span.end);
  if (!word) return undefined;
  const names = Object.entries(pragmaNames).map(([name, text]) => `- \`${name}\`: ${text}`);
  const rule = word.of.startsWith('ignore') ? rules.find(({ id }) => id === word.text) : undefined;
  const markdown =
    word.is === 'marker'
      ? paragraphs('Tells this editor how to judge the file. The server sees a comment.', names.join('\n'))
      : word.is === 'value' && rule
        ? `\`${rule.id}\`: ${rule.title}.`
        : own(pragmaNames, word.of);
  return markdown === undefined
    ? undefined
    : { markdown, range: { start: { line, character: word.span.start }, end: { line, character: word.span.end } } };
}
