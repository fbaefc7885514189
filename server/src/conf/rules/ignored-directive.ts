import { certain, removeLine } from '../fix';
import { own } from '../own';
import type { DirectiveRule } from '../rule';

/** What does the work today. */
const INSTEAD: Readonly<Record<string, string>> = {
  'list-max-ziplist-entries': ' "list-max-listpack-size" ("list-max-ziplist-size" before 7.0) took its place.',
  'list-max-ziplist-value': ' "list-max-listpack-size" ("list-max-ziplist-size" before 7.0) took its place.',
  'lua-replicate-commands': ' Scripts are always replicated by their effects.',
  'io-threads-do-reads': ' With more than one thread, reads are always shared among them.',
};

/** A directive that is accepted with any value and does nothing. */
export const ignoredDirective: DirectiveRule = {
  id: 'ignored-directive',
  group: 'traps',
  severity: 'information',
  scope: 'directive',
  types: ['ignored'],
  title: 'The version accepts the directive and ignores it',
  check: ({ directive, name }) => ({
    message: `This version accepts "${name.text}" with any value and ignores it.${own(INSTEAD, directive.key) ?? ''}`,
    fixes: [certain('Remove this line', removeLine())],
    tags: ['unnecessary', 'deprecated'],
  }),
};
