import type { DirectiveRule } from '../rule';
import { changeTo } from '../stated';
import { groupDigits, humanBytes, readInteger } from '../values';

const MANY = 10_000n;
const FAR_TOO_MANY = 10_000_000n;
/** Measured on 7.0.15: 44 MB for 100,000 and 4.2 GB for 10,000,000. */
const BYTES_EACH = 450n;

/** Every database costs memory before it holds a key. */
export const databasesTooMany: DirectiveRule = {
  id: 'databases-too-many',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['databases'],
  title: 'So many databases that they cost memory while empty',
  check: ({ args }, env) => {
    const [word] = args;
    const count = word && readInteger(word.text);
    if (!word || env.kind !== 'redis' || count === undefined || count <= MANY) return undefined;
    return {
      span: word,
      severity: count >= FAR_TOO_MANY ? 'warning' : 'hint',
      message: `${groupDigits(count)} databases take about ${humanBytes(count * BYTES_EACH)} before they hold a key; a machine that does not have it cannot start the server.`,
      fixes: [changeTo('16', word)],
    };
  },
};
