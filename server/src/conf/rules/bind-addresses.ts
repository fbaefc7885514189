import { argumentTexts } from '../arguments';
import type { DirectiveRule } from '../rule';
import { trailingComment } from '../slips';
import { stopsHere } from '../wording';

const MOST_ADDRESSES = 16;

/** More addresses than a server can bind. */
export const bindAddresses: DirectiveRule = {
  id: 'bind-addresses',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['bind', 'rdma-bind'],
  title: 'More than 16 addresses to bind',
  check: (line, env) => {
    const given = argumentTexts(line, env);
    if (given.length <= MOST_ADDRESSES) return undefined;
    const reason = `Too many bind addresses specified${env.era === 7 ? '.' : ''}`;
    return (
      trailingComment(line, reason) ?? {
        span: { start: given[MOST_ADDRESSES]?.word.start ?? 0, end: given.at(-1)?.word.end ?? 0 },
        message: `"${line.name.text}" takes at most ${MOST_ADDRESSES} addresses, not ${given.length}. ${stopsHere(reason)}`,
      }
    );
  },
};
