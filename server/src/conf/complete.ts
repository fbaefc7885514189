import type { Analysis } from './analyze';
import type { Directive } from './catalogue/catalogue';
import { directiveItems } from './completeDirective';
import { completePragma } from './completePragma';
import { valueItems } from './completeValue';
import type { CompletionItem, CompletionList, PathRequest } from './completion';
import { describeDirective, heading } from './describeDirective';
import { type Position, rangeOn } from './finding';
import { PRAGMA_KEY } from './judge';
import { paragraphs } from './markdown';
import { own } from './own';
import { isSentinelScript, pathKindOf } from './paths';
import { readSentinelLine } from './sentinelLine';
import { sentinelDocs } from '../sentinel/docs';
import { type Typed, wordsBefore } from './typing';

/**
 * All that can be written at a position: names at the start of a line, else values of the directive. In comments
 * nothing, except in those that speak to this tool.
 */
export function complete(analysis: Analysis, position: Position): CompletionList {
  const judged = analysis.line(position.line);
  if (judged?.key === PRAGMA_KEY) return completePragma(analysis, position);
  const typed = wordsBefore(analysis, position);
  if (!typed) return { range: { start: position, end: position }, items: [], incomplete: false };
  const bare = (judged?.line.text.slice(typed.span.end).trim() ?? '') === '';
  if (typed.index === 0) {
    const items = directiveItems(analysis, typed, bare);
    // What is offered only when it is typed has to be asked for again after the first letter.
    return { range: rangeOn(position.line, typed.span), items: quoted(items, typed), incomplete: typed.prefix === '' };
  }
  const directive = analysis.judge.catalogue.find(typed.words[0]?.text ?? '');
  const path = directive && pathRequest(directive, typed);
  const items = directive ? quoted(valueItems(analysis, directive, typed, bare), typed) : [];
  // Behind "(" of a selector only the rule itself is replaced.
  const brackets = directive?.key === 'user' ? (/^\(+/.exec(typed.prefix)?.[0].length ?? 0) : 0;
  const span = brackets > 0 && typed.quote === '' ? { ...typed.span, start: typed.span.start + brackets } : typed.span;
  const list = { range: rangeOn(position.line, span), items, incomplete: isOpen(directive) };
  return path ? { ...list, path } : list;
}

/** Values that depend on what is typed of them. */
function isOpen(directive: Directive | undefined): boolean {
  if (!directive) return false;
  const { type } = directive.facts;
  return type === 'memory' || type === 'percent-or-memory' || type === 'special';
}

/** A word that begins with a quote is compared, quote included, with what is offered. */
function quoted(items: CompletionItem[], typed: Typed): CompletionItem[] {
  if (typed.quote === '') return items;
  return items.map((item) => ({ ...item, filterText: typed.quote + item.label.replace(/^"/, '') }));
}

function pathRequest(directive: Directive, typed: Typed): PathRequest | undefined {
  const prefix = typed.prefix;
  if (directive.key === 'sentinel') {
    const line = readSentinelLine({ kind: 'directive', text: '', words: typed.words });
    return line && typed.index === 3 && isSentinelScript(line.key)
      ? { kind: 'path', prefix, directoriesOnly: false }
      : undefined;
  }
  const kind = typed.index === 1 ? pathKindOf(directive.key) : undefined;
  return kind && { kind: 'path', prefix, directoriesOnly: kind === 'directory' };
}

/** The long text of an item, as Markdown. */
export function resolveCompletion(analysis: Analysis, docKey: string): string | undefined {
  const sub = docKey.startsWith('sentinel ') ? docKey.slice('sentinel '.length) : undefined;
  if (sub === undefined) return describeDirective(docKey, analysis.judge.env);
  const doc = own(sentinelDocs, sub);
  return (
    doc && paragraphs(heading(docKey, doc), doc.does, `**When to change:** ${doc.change}`, `**Risk:** ${doc.risk}`)
  );
}
