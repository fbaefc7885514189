import { choice, replaceSpan } from '../fix';
import type { DirectiveRule } from '../rule';
import { readOctal, strtoll } from '../values';
import { shown, stopsHere } from '../wording';

const USUAL_MODES = ['770', '700'];

/** File permissions that are no octal number up to 777. */
export const octalValue: DirectiveRule = {
  id: 'octal-value',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  types: ['octal'],
  title: 'Permissions are no octal number from 0 to 777',
  check: ({ name, args }, env) => {
    const value = args[0];
    if (!value) return undefined;
    const lenient = env.era < 7;
    const read = lenient ? lenientOctal(value.text) : readOctal(value.text);
    if (read !== undefined && read >= 0n && read <= 0o777n) return undefined;
    const reason = lenient
      ? 'Invalid socket file permissions'
      : read === undefined
        ? "argument couldn't be parsed as an octal number"
        : 'argument must be between 0 and 777 inclusive';
    // `0o660` and `1660` probably mean the permissions in their last three digits.
    const meant = /([0-7]{3})$/.exec(value.text)?.[1];
    const modes = new Set([...(meant ? [meant] : []), ...USUAL_MODES]);
    return {
      span: value,
      message: `"${name.text}" takes permissions as an octal number from 0 to 777, such as 770, and ${shown(value.text)} is none. ${stopsHere(reason)}`,
      fixes: [...modes].map((mode) => choice(`Change to ${mode}`, replaceSpan(value, mode))),
    };
  },
};

/** Up to 6.2: `strtol` in base 8 cut to 32 bits without sign; what is no number is 0. */
function lenientOctal(text: string): bigint | undefined {
  const { value, overflow } = strtoll(text, 8);
  return overflow ? undefined : BigInt.asUintN(32, value);
}
