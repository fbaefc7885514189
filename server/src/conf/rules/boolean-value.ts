import { certain, choice, replaceSpan } from '../fix';
import type { DirectiveRule } from '../rule';
import { booleanMeaning, readBoolean } from '../values';
import { shown, stopsHere } from '../wording';

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
    const meant = booleanMeaning(value.text);
    const word = meant ? 'yes' : 'no';
    return {
      span: value,
      message: `"${name.text}" is "yes" or "no", and ${shown(value.text)} is neither. ${stopsHere("argument must be 'yes' or 'no'")}`,
      fixes:
        meant === undefined
          ? ['yes', 'no'].map((each) => choice(`Change to "${each}"`, replaceSpan(value, each)))
          : [certain(`Change to "${word}"`, replaceSpan(value, word))],
    };
  },
};
