import { argumentTexts } from '../arguments';
import type { DirectiveRule } from '../rule';

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
    return {
      span: { start: given[MOST_ADDRESSES]?.word.start ?? 0, end: given.at(-1)?.word.end ?? 0 },
      message: `"${line.name.text}" takes at most ${MOST_ADDRESSES} addresses, not ${given.length}. The server stops here: Too many bind addresses specified${env.era === 7 ? '.' : ''}`,
    };
  },
};
