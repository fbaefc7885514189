import { readAclToken, type AclTokenKind } from './aclToken';
import type { Analysis } from './analyze';
import type { Directive } from './catalogue/catalogue';
import type { Range } from './finding';
import { type JudgedLine, PRAGMA_KEY } from './judge';
import { pragmaWords } from './pragmaWords';
import { directiveOf } from './place';
import { readSentinelLine } from './sentinelLine';
import type { Word } from './syntax';

/** Names of the token types, in the order of their numbers. All are types that editors have colours for. */
export const tokenTypes = [
  'property',
  'variable',
  'keyword',
  'number',
  'string',
  'type',
  'function',
  'parameter',
  'macro',
] as const;
type TokenType = (typeof tokenTypes)[number];

/** Names of the token modifiers, in the order of their bits. */
export const tokenModifiers = ['deprecated'] as const;

const DEPRECATED = 1;
const TYPE = Object.fromEntries(tokenTypes.map((type, index) => [type, index])) as Readonly<Record<TokenType, number>>;
const ACL: Readonly<Record<AclTokenKind, TokenType>> = {
  flag: 'keyword',
  password: 'string',
  category: 'type',
  command: 'function',
  keys: 'parameter',
  channels: 'parameter',
  databases: 'number',
  selector: 'keyword',
  unknown: 'variable',
};

/** Start, length, type and modifiers of each token of a line, one after the other. */
type LineTokens = readonly number[];
const NONE: LineTokens = [];
const remembered = new WeakMap<JudgedLine, LineTokens>();

/**
 * The tokens of a document, or of the lines that a range touches, as the protocol wants them: five numbers a token,
 * lines and columns relative to the token before.
 */
export function semanticTokens(analysis: Analysis, range?: Range): Uint32Array {
  const { lineCount } = analysis.settings;
  const first = Math.max(0, range?.start.line ?? 0);
  const last = Math.min(lineCount - 1, range?.end.line ?? lineCount - 1);
  let size = 0;
  for (let line = first; line <= last; line++) size += (tokensAt(analysis, line).length / 4) * 5;
  const data = new Uint32Array(size);
  let at = 0;
  let previousLine = 0;
  for (let line = first; line <= last; line++) {
    const tokens = tokensAt(analysis, line);
    let previousStart = 0;
    for (let index = 0; index < tokens.length; index += 4) {
      const start = tokens[index] ?? 0;
      data[at] = line - previousLine;
      data[at + 1] = start - previousStart;
      data[at + 2] = tokens[index + 1] ?? 0;
      data[at + 3] = tokens[index + 2] ?? 0;
      data[at + 4] = tokens[index + 3] ?? 0;
      previousLine = line;
      previousStart = start;
      at += 5;
    }
  }
  return data;
}

function tokensAt(analysis: Analysis, line: number): LineTokens {
  const judged = analysis.line(line);
  if (!judged || judged.line.kind === 'blank' || (judged.line.kind === 'comment' && judged.key !== PRAGMA_KEY))
    return NONE;
  let tokens = remembered.get(judged);
  if (!tokens) {
    tokens = tokensOf(judged, analysis);
    remembered.set(judged, tokens);
  }
  return tokens;
}

function tokensOf(judged: JudgedLine, analysis: Analysis): LineTokens {
  const tokens: number[] = [];
  const add = ({ start, end }: { start: number; end: number }, type: TokenType, modifiers = 0): void => {
    if (end > start) tokens.push(start, end - start, TYPE[type], modifiers);
  };
  if (judged.key === PRAGMA_KEY) {
    for (const { span, is } of pragmaWords(judged.line.text)) {
      add(span, is === 'marker' ? 'macro' : is === 'name' ? 'property' : 'string');
    }
    return tokens;
  }
  const [name, ...args] = judged.line.words;
  if (!name) return NONE;
  const directive = directiveOf(judged, analysis.judge.catalogue);
  if (!directive) {
    add(name, 'variable');
    return tokens;
  }
  add(name, 'property', isOld(name, directive) ? DEPRECATED : 0);
  if (directive.key === 'sentinel') addSentinel(judged, add);
  else for (const [index, word] of args.entries()) add(word, typeOf(directive, index, word));
  return tokens;
}

/** Is it another spelling than the one that the target itself uses, or a directive without effect? */
function isOld(name: Word, { facts }: Directive): boolean {
  return facts.type === 'ignored' || facts.ignored === true || name.text.toLowerCase() !== facts.name;
}

function typeOf({ key, facts }: Directive, index: number, { text }: Word): TokenType {
  switch (facts.type) {
    case 'bool':
    case 'enum':
      return 'keyword';
    case 'int':
    case 'memory':
    case 'octal':
    case 'percent-or-memory':
      return 'number';
    case 'special':
      if (key === 'user') return index === 0 ? 'variable' : ACL[readAclToken(text).kind];
      if (key === 'rename-command') return 'function';
      if (key === 'client-output-buffer-limit' && index % 4 === 0) return 'keyword';
      return /^-?\d+(?:\.\d+|[kmg]?b?)$/i.test(text) ? 'number' : 'string';
    case 'string':
    case 'ignored':
      return 'string';
  }
}

function addSentinel(judged: JudgedLine, add: (word: Word, type: TokenType) => void): void {
  const read = readSentinelLine(judged.line);
  if (!read) return;
  add(read.sub, read.doc ? 'property' : 'variable');
  for (const word of read.args) {
    if (word === read.primary) add(word, 'variable');
    else if (read.doc?.usage === 'yes|no') add(word, 'keyword');
    else add(word, /^-?\d+$/.test(word.text) ? 'number' : 'string');
  }
}
