import type { DirectiveRule } from '../rule';

/** Before 7.0 an include with a wildcard names one file with a strange name. */
export const includePattern: DirectiveRule = {
  id: 'include-pattern',
  group: 'traps',
  severity: 'warning',
  scope: 'directive',
  keys: ['include'],
  title: 'A wildcard in include is part of a file name before 7.0',
  check: ({ args }, env) => {
    const [path] = args;
    if (env.era === 7 || !path || !/[*?[]/.test(path.text)) return undefined;
    return {
      span: path,
      message: `Wildcards in "include" are understood since 7.0. This server looks for a file that is really named "${path.text}" and does not start without it. Write one "include" line for each file.`,
    };
  },
};
