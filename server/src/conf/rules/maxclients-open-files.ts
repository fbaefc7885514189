import type { DirectiveRule } from '../rule';
import { readInteger } from '../values';

const DEFAULT = 10_000n;
/** Descriptors that the server keeps for itself. */
const RESERVED = 32n;

/** More clients need more open files than units usually allow. */
export const maxclientsOpenFiles: DirectiveRule = {
  id: 'maxclients-open-files',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['maxclients'],
  title: 'The number of clients needs a higher limit of open files',
  check: ({ args }) => {
    const [word] = args;
    const value = word && readInteger(word.text);
    if (!word || value === undefined || value <= DEFAULT) return undefined;
    return {
      span: word,
      message: `Every client is an open file: the server needs a limit of ${value + RESERVED}. Where it may not raise the limit itself it lowers "maxclients" and logs that; set LimitNOFILE in its unit.`,
    };
  },
};
