import { choice, commentLine } from '../fix';
import type { DirectiveRule } from '../rule';
import { stops } from '../wording';

const STOPS: Readonly<Record<string, string>> = {
  include: "Fatal error, can't open config file ''",
  loadmodule: "Can't load module from : server aborting",
};

/** An empty path where the server needs a file. */
export const pathToNothing: DirectiveRule = {
  id: 'path-to-nothing',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: Object.keys(STOPS),
  title: 'An empty path where the server needs a file',
  check: ({ directive, name, args }) => {
    const path = args[0];
    if (!path || path.text !== '') return undefined;
    return {
      span: path,
      message: `"${name.text}" needs the path of a file. ${stops(STOPS[directive.key] ?? '')}`,
      fixes: [choice('Comment this line out', commentLine())],
    };
  },
};
