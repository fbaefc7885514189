import { aclCategoryDocs, aclRuleDocs } from '../acl/docs';
import { ACL_CATEGORIES, commandsOf } from './catalogue/commands';
import { type CompletionItem, wordItems } from './completion';
import { own } from './own';
import { atLeast, type Target } from './target';

const SINCE_6_2 = ['&', 'allchannels', 'resetchannels', 'sanitize-payload', 'skip-sanitize-payload'];
const SINCE_7_0 = ['%', '(', 'clearselectors'];
const VALKEY_9 = ['db=', 'alldbs', 'resetdbs'];
/** What is offered for a rule that is more than a word. */
const WRITTEN: Readonly<Record<string, string>> = {
  '~': '~*',
  '%': '%R~',
  '&': '&*',
  '+': '+',
  '-': '-',
  '+@': '+@all',
  '-@': '-@all',
};

/** The rules of an ACL user that fit what is typed. Commands are offered behind `+` and `-`. */
export function aclItems(prefix: string, target: Target): CompletionItem[] {
  const sign = prefix.charAt(0);
  if (sign === '+' || sign === '-') {
    const categories = wordItems(
      'category',
      ['all', ...ACL_CATEGORIES].map((name) => `${sign}@${name}`),
      (label) => ({ documentation: own(aclCategoryDocs, label.slice(2)) }),
    );
    if (prefix.startsWith('@', 1)) return categories;
    const commands = commandsOf(target).names.map((name) => `${sign}${name}`);
    return [...categories, ...wordItems('command', commands).map((item) => ({ ...item, sortText: `9${item.label}` }))];
  }
  return Object.entries(aclRuleDocs)
    .filter(([rule]) => isKnown(rule, target))
    .map(([rule, doc], index) => {
      const label = own(WRITTEN, rule) ?? rule;
      return {
        label,
        kind: 'word',
        insertText: label,
        detail: doc.form,
        documentation: `${doc.does} ${doc.risk}`,
        sortText: index.toString().padStart(3, '0'),
      };
    });
}

function isKnown(rule: string, target: Target): boolean {
  if (VALKEY_9.includes(rule)) return atLeast(target, 'valkey', '9.0.0');
  if (target.product === 'valkey') return true;
  if (SINCE_7_0.includes(rule)) return atLeast(target, 'redis', '7.0.0');
  return !SINCE_6_2.includes(rule) || atLeast(target, 'redis', '6.2.0');
}
