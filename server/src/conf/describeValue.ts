import { readAclToken } from './aclToken';
import { aclCategoryDocs, aclRuleDocs } from '../acl/docs';
import type { Argument } from './arguments';
import type { Directive } from './catalogue/catalogue';
import { docOf } from './catalogue/docs';
import type { DirectiveDoc } from './catalogue/docs/types';
import { defaultText } from './describeDirective';
import { code, paragraphs } from './markdown';
import {
  bufferClassWords,
  bytesText,
  humanDuration,
  isTimeUnit,
  keyspaceEventWords,
  permissionText,
  savePointText,
} from './meaning';
import { own } from './own';
import type { RuleEnvironment } from './rule';
import { groupDigits, memoryMeaning, readInteger, readOctal, readPercent, strtoll } from './values';

/** An argument among all arguments of its line, as the setter of the server gets them. */
export interface ValueAt {
  readonly directive: Directive;
  readonly given: readonly Argument[];
  readonly index: number;
}

/** What one argument means, as Markdown; undefined when there is nothing to say beyond its own text. */
export function describeValue(at: ValueAt, env: RuleEnvironment): string | undefined {
  const { directive, given, index } = at;
  const text = given[index]?.text ?? '';
  const doc = docOf(directive.key);
  switch (directive.facts.type) {
    case 'bool':
      return plain(directive, text, doc);
    case 'enum':
      return paragraphs(wordText(directive, text, doc), defaultRemark(directive, text));
    case 'int':
      return paragraphs(numberText(directive, text), plain(directive, text, doc));
    case 'memory':
    case 'percent-or-memory':
      return paragraphs(sizeText(text), plain(directive, text, doc));
    case 'octal': {
      const mode = readOctal(text);
      const shown = mode !== undefined && mode <= 0o777n ? `${code(text)} = \`${permissionText(Number(mode))}\`` : '';
      return paragraphs(shown, plain(directive, text, doc));
    }
    case 'special':
      return special(at, doc, env);
    case 'string':
    case 'ignored':
      return plain(directive, text, doc);
  }
}

/** The first argument of a directive in general, and whether the text is its default. */
function plain(directive: Directive, text: string, doc: DirectiveDoc | undefined): string {
  return paragraphs(doc?.args?.[0] ?? doc?.does, defaultRemark(directive, text));
}

function defaultRemark({ facts }: Directive, text: string): string | undefined {
  if (facts.default === undefined) return undefined;
  const fallback = defaultText(facts);
  if (text.toLowerCase() === fallback.toLowerCase()) return 'This is the default.';
  const meant = memoryMeaning(text);
  if (facts.type === 'memory' && meant !== undefined && meant === memoryMeaning(fallback))
    return 'This is the default.';
  return fallback === '' ? undefined : `The default is ${code(fallback)}.`;
}

function wordText({ facts }: Directive, text: string, doc: DirectiveDoc | undefined): string {
  const lower = text.toLowerCase();
  const values = facts.values ?? [];
  if (!values.includes(lower)) {
    return `${code(text)} is none of the words of this version: ${values.map((value) => `\`${value}\``).join(', ')}.`;
  }
  return `${code(text)}: ${(doc?.values && own(doc.values, lower)) ?? doc?.does ?? ''}`;
}

function numberText({ facts, entry }: Directive, text: string): string | undefined {
  const number = readInteger(text) ?? (facts.lenientParse ? strtoll(text).value : undefined);
  if (number === undefined) return undefined;
  const read = number.toString() === text ? '' : `The server reads this as \`${number}\`. `;
  const { unit } = entry;
  if (isTimeUnit(unit) && number > 0n) return `${read}${code(text)} = ${humanDuration(number, unit)}.`;
  if (unit === 'bytes' && number >= 0n) return `${read}${code(text)} = ${bytesText(number)}.`;
  if (entry.name === 'list-max-listpack-size') return `${read}${listSizeText(number)}`;
  return unit && number >= 1000n ? `${read}${code(text)} = ${groupDigits(number)} ${unit}.` : read.trim() || undefined;
}

function listSizeText(number: bigint): string {
  if (number > 0n) return `At most ${groupDigits(number)} elements in a node of a list.`;
  const kilobytes = ['4', '8', '16', '32', '64'][Number(-number) - 1];
  return kilobytes ? `At most ${kilobytes} KB in a node of a list.` : '';
}

function sizeText(text: string): string | undefined {
  const percent = readPercent(text);
  if (percent !== undefined) return `${code(text)} = ${percent} % of \`maxmemory\`.`;
  const bytes = memoryMeaning(text);
  return bytes === undefined ? undefined : `${code(text)} = ${bytesText(bytes)}.`;
}

function special(at: ValueAt, doc: DirectiveDoc | undefined, env: RuleEnvironment): string | undefined {
  const { directive, given, index } = at;
  const text = given[index]?.text ?? '';
  const general = doc?.args?.[Math.min(index, (doc.args.length || 1) - 1)] ?? doc?.does;
  switch (directive.key) {
    case 'save':
      return paragraphs(saveText(given, index, env), doc?.does);
    case 'notify-keyspace-events':
      return paragraphs(keyspaceText(text), doc?.does);
    case 'client-output-buffer-limit': {
      const part = index % 4;
      const seconds = part === 3 ? readInteger(text) : undefined;
      return paragraphs(
        part === 0 ? own(bufferClassWords, text.toLowerCase()) : undefined,
        part === 1 || part === 2 ? (text === '0' ? '`0`: no limit.' : sizeText(text)) : undefined,
        seconds === undefined || seconds === 0n ? undefined : `${code(text)} = ${humanDuration(seconds, 'seconds')}.`,
        doc?.args?.[part],
      );
    }
    case 'user':
      return index === 0 ? doc?.args?.[0] : describeAclRule(text);
    case 'rename-command':
      return index === 1 && text === '' ? '`""` disables the command.' : general;
    default:
      return general;
  }
}

function saveText(given: readonly Argument[], index: number, env: RuleEnvironment): string | undefined {
  if (given.length === 1 && given[0]?.text === '') return '`""` removes all save points: no snapshots.';
  if (given.length % 2 === 1 || (env.era < 7 && given.length !== 2)) return undefined;
  const pair = index - (index % 2);
  const seconds = readInteger(given[pair]?.text ?? '');
  const changes = readInteger(given[pair + 1]?.text ?? '');
  return seconds === undefined || changes === undefined ? undefined : `Saves ${savePointText(seconds, changes)}.`;
}

function keyspaceText(text: string): string {
  const letters = [...new Set(text)].filter((letter) => own(keyspaceEventWords, letter) !== undefined);
  if (letters.length === 0) return '`""`: no events.';
  const list = letters.map((letter) => `- \`${letter}\`: ${own(keyspaceEventWords, letter)}`).join('\n');
  return /[KE]/.test(text) ? list : paragraphs(list, 'Without `K` or `E` nothing is published.');
}

/** What a rule of an ACL user does, as Markdown; undefined for a word that is no rule. */
export function describeAclRule(text: string): string | undefined {
  const { kind, rule, value } = readAclToken(text);
  const doc = own(aclRuleDocs, rule);
  if (!doc) return undefined;
  return paragraphs(
    `**${code(doc.form)}**`,
    doc.does,
    kind === 'category' ? own(aclCategoryDocs, value.toLowerCase()) : undefined,
    `**Risk:** ${doc.risk}`,
  );
}
