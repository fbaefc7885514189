import type { Analysis } from './analyze';
import type { Directive, DirectiveFacts } from './catalogue/catalogue';
import { docOf } from './catalogue/docs';
import { general } from './catalogue/docs/general';
import { network } from './catalogue/docs/network';
import { security } from './catalogue/docs/security';
import { tls } from './catalogue/docs/tls';
import type { CompletionItem } from './completion';
import { defaultText } from './describeDirective';
import { namesOf } from './names';
import { sentinelDocs } from '../sentinel/docs';
import { own } from './own';
import { sentinelWordsOf } from './sentinelLine';
import { argumentSnippet, sentinelSnippet, shortSize } from './snippets';
import type { Typed } from './typing';

/** What a file of a sentinel may need beside its own lines. The rest is accepted there and does nothing. */
const OF_USE_TO_SENTINEL: ReadonlySet<string> = new Set(
  [network, tls, general, security].flatMap(({ directives }) => Object.keys(directives)),
);

/**
 * Names at the start of a line: first those that the file does not set yet. Old spellings, hidden directives and those
 * without effect are offered only when they are being typed.
 */
export function directiveItems(analysis: Analysis, typed: Typed, bare: boolean): CompletionItem[] {
  const { env, catalogue } = analysis.judge;
  const prefix = typed.prefix.toLowerCase();
  const items: CompletionItem[] = [];
  for (const directive of catalogue.directives) {
    if (directive.key === 'sentinel' && env.kind === 'redis') continue;
    const rank = rankOf(directive, analysis);
    for (const spelling of directive.spellings) {
      const { facts } = directive;
      const old = spelling !== facts.name || facts.type === 'ignored' || facts.ignored === true;
      if ((old || facts.hidden) && (prefix === '' || !spelling.startsWith(prefix))) continue;
      items.push(itemFor(directive, spelling, old ? '9' : rank, old, bare));
    }
  }
  return env.kind === 'sentinel' ? [...sentinelItems(analysis, 'sentinel ', bare), ...items] : items;
}

function rankOf(directive: Directive, analysis: Analysis): string {
  if (analysis.judge.env.kind === 'sentinel' && !OF_USE_TO_SENTINEL.has(directive.key)) return '5';
  if (directive.facts.hidden) return '6';
  return directive.entry.repeat === 'last' && analysis.settings.count(directive.key) > 0 ? '2' : '1';
}

function itemFor(directive: Directive, spelling: string, rank: string, old: boolean, bare: boolean): CompletionItem {
  const snippet = bare ? argumentSnippet(directive, docOf(directive.key)) : '';
  return {
    label: spelling,
    kind: 'directive',
    insertText: bare ? `${spelling} ` : spelling,
    ...(snippet === '' ? {} : { snippet: `${spelling} ${snippet}` }),
    detail: detailOf(directive.facts, directive.entry.unit),
    docKey: spelling,
    sortText: `${rank}${spelling}`,
    ...(old ? { deprecated: true } : {}),
  };
}

/** What may stand behind `sentinel`; with a `start` of `sentinel ` as whole lines. */
export function sentinelItems(analysis: Analysis, start: '' | 'sentinel ', bare: boolean): CompletionItem[] {
  const primary = namesOf(analysis, 'primary', 1)[0];
  const { target } = analysis.judge.env;
  return sentinelWordsOf(target).map((sub, index) => {
    const doc = own(sentinelDocs, sub);
    const old =
      sub === 'master-reboot-down-after-period' && sentinelWordsOf(target).includes('primary-reboot-down-after-period');
    return {
      label: `${start}${sub}`,
      kind: 'directive',
      insertText: bare ? `${start}${sub} ` : `${start}${sub}`,
      ...(bare && doc ? { snippet: `${start}${sub} ${sentinelSnippet(sub, doc, primary)}` } : {}),
      ...(doc ? { detail: doc.usage } : {}),
      docKey: `sentinel ${sub}`,
      sortText: `0${(index + (old ? 50 : 0)).toString().padStart(2, '0')}`,
      ...(old ? { deprecated: true } : {}),
    };
  });
}

/** Type and default in a few words: `memory size, default 100mb`. */
function detailOf(facts: DirectiveFacts, unit: string | undefined): string {
  const fallback = defaultText(facts);
  const size = facts.type === 'memory' && /^\d+$/.test(fallback) ? shortSize(BigInt(fallback)) : fallback;
  return `${typeWord(facts, unit)}${size === '' || size.length > 30 ? '' : `, default ${size}`}`;
}

function typeWord(facts: DirectiveFacts, unit: string | undefined): string {
  switch (facts.type) {
    case 'bool':
      return 'yes or no';
    case 'int':
      return unit === 'TCP port' ? 'port' : unit && unit.length < 20 ? unit : 'number';
    case 'memory':
      return 'memory size';
    case 'percent-or-memory':
      return 'memory size or percentage';
    case 'octal':
      return 'file mode';
    case 'enum':
      return facts.bitflags ? 'words' : 'word';
    case 'string':
      return 'text';
    case 'special':
      return 'list';
    case 'ignored':
      return 'without effect';
  }
}
