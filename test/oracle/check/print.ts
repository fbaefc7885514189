import { targetName } from '../../../server/src/conf/target';
import type { CatalogueCheck } from '../catalogueCheck.js';
import type { Difference, DifferenceKind } from './difference.js';
import { suggestPatch } from './suggest.js';

const TITLES: Readonly<Record<DifferenceKind, string>> = {
  'unknown name': 'Names that only the server knows',
  'missing name': 'Names that only the catalogue knows',
  hidden: 'What CONFIG GET tells',
  alias: 'Second names',
  default: 'Defaults',
  type: 'Types',
  range: 'Ranges',
  values: 'Words',
  'run time': 'Setting at run time',
  command: 'Commands',
};

/** A check in words, with a patch for the file of facts where there is one. */
export function printCheck(check: CatalogueCheck): string {
  const { target, against, differences, explained, notes } = check;
  const isKnown = target.version === against;
  const lines = [
    `${targetName(target)} against the catalogue${isKnown ? '' : ` at ${against}, the nearest version that it knows`}: ` +
      `${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}.`,
  ];
  for (const [kind, title] of Object.entries(TITLES)) {
    lines.push(
      ...section(
        title,
        differences.filter((difference) => difference.kind === kind),
      ),
    );
  }
  for (const reason of new Set(explained.map((difference) => difference.reason))) {
    lines.push(
      ...section(
        `Explained: ${reason}`,
        explained.filter((difference) => difference.reason === reason),
      ),
    );
  }
  lines.push(...notes.flatMap((note) => ['', note]));
  const patch = suggestPatch(check);
  if (patch.length > 0) {
    lines.push('', 'Suggestion for the file of facts, as a JSON patch:', '[');
    lines.push(patch.map((step) => JSON.stringify(step)).join(',\n'), ']');
  }
  if (!isKnown) {
    lines.push(
      '',
      `To take the version over: add it to "versions", and move to ${target.version} every "to" that is ${against} and still holds.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What only one side knows needs no more words than the title has. */
const ONE_SIDED = /^(?:knows it|does not know it)$/;

function section(title: string, differences: readonly Difference[]): readonly string[] {
  if (differences.length === 0) return [];
  const told = differences.map(({ subject, catalogue, server }) =>
    ONE_SIDED.test(catalogue) && ONE_SIDED.test(server)
      ? `  ${subject}`
      : `  ${subject}: the catalogue says: ${catalogue}; the server says: ${server}`,
  );
  return ['', title, ...told.sort()];
}
