import type { Analysis } from './analyze';
import { knownVersions } from './catalogue/catalogue';
import { type CompletionItem, type CompletionList, wordItems } from './completion';
import { type Position, rangeOn } from './finding';
import { own } from './own';
import { pragmaNames } from './pragmaWords';
import { rules } from './rules';
import { compareVersions } from './target';

/** Names and values in a comment that speaks to this tool. */
export function completePragma(analysis: Analysis, position: Position): CompletionList {
  const { line } = position;
  const text = analysis.document.lines[line] ?? '';
  const character = Math.min(position.character, text.length);
  const before = text.slice(0, character);
  const colon = before.indexOf(':');
  const word = colon < 0 ? undefined : (/[^\s:]*$/.exec(before.slice(colon + 1))?.[0] ?? '');
  const none = { range: rangeOn(line, { start: character, end: character }), items: [], incomplete: false };
  if (word === undefined) return none;
  const equals = word.indexOf('=');
  const typed = equals < 0 ? word : word.slice(Math.max(equals, word.lastIndexOf(',')) + 1);
  const behind = (equals < 0 ? /^[^\s=]*=?/ : /^[^\s,]*/).exec(text.slice(character))?.[0] ?? '';
  const items = equals < 0 ? nameItems() : pragmaValues(word.slice(0, equals));
  const range = rangeOn(line, { start: character - typed.length, end: character + behind.length });
  return { range, items, incomplete: false };
}

function nameItems(): CompletionItem[] {
  return wordItems('word', Object.keys(pragmaNames), (name) => ({ documentation: own(pragmaNames, name) })).map(
    (item) => ({
      ...item,
      insertText: `${item.label}=`,
    }),
  );
}

function pragmaValues(name: string): CompletionItem[] {
  switch (name) {
    case 'target':
      return wordItems('word', targets(), () => ({}));
    case 'profile':
      return wordItems('word', ['generic', 'outsystems', 'nuxeo']);
    case 'purpose':
      return wordItems('word', ['production', 'non-production']);
    case 'ignore':
    case 'ignore-file': {
      const titles = new Map(rules.map(({ id, title }) => [id, title]));
      return wordItems('rule', [...titles.keys()].sort(), (id) => ({ detail: titles.get(id) }));
    }
    default:
      return [];
  }
}

/** One target for each line of versions, newest first, Redis before Valkey. */
function targets(): readonly string[] {
  return (['redis', 'valkey'] as const).flatMap((product) => {
    const newestFirst = [...knownVersions[product]].sort((a, b) => compareVersions(b, a));
    return [...new Set(newestFirst.map((version) => `${product}@${version.split('.').slice(0, 2).join('.')}`))];
  });
}
