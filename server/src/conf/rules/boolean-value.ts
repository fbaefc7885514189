import { certain, replaceSpan } from '../fix';
import type { DirectiveRule } from '../rule';
import { readBoolean } from '../values';

const MEANT: Readonly<Record<string, 'yes' | 'no'>> = {
  true: 'yes', on: 'yes', '1': 'yes', enable: 'yes', enabled: 'yes', y: 'yes',
  false: 'no', off: 'no', '0': 'no', disable: 'no', disabled: 'no', n: 'no',
};

/** A switch that is neither `yes` nor `no`. */
export const booleanValue: DirectiveRule = {
  id: 'boolean-value',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  types: ['bool'],
  title: 'A switch is neither yes nor no',
  check: ({ directive, name, args }) => {
    const value = args[0];
    // 5.0 takes anything for lua-replicate-commands and reads what is no yes as no.
    if (!value || directive.facts.lenientParse || readBoolean(value.text) !== undefined) return undefined;
    const meant = MEANT[value.text.toLowerCase()];
    return {
      span: value,
      message: `"${name.text}" is "yes" or "no"; "${value.text}" is neither. The server stops here: argument must be 'yes' or 'no'.`,
      fixes: meant
        ? [certain(`Change to "${meant}"`, replaceSpan(value, meant))]
        : ['yes', 'no'].map((word) => ({ title: `Change to "${word}"`, preferred: false, edits: [replaceSpan(value, word)] })),
    };
  },
};
