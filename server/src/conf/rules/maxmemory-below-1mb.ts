import { choice, replaceSpan } from '../fix';
import { readMemory } from '../numbers';
import type { DirectiveRule } from '../rule';
import { groupDigits } from '../values';

const ONE_MEGABYTE = 1024n * 1024n;

/** A limit that not even an empty server can keep. */
export const maxmemoryBelow1mb: DirectiveRule = {
  id: 'maxmemory-below-1mb',
  group: 'memory',
  severity: 'warning',
  scope: 'directive',
  keys: ['maxmemory'],
  title: 'maxmemory is less than 1 MB',
  check: ({ args }, env) => {
    const [value] = args;
    const bytes = value && readMemory(value.text, env);
    if (env.kind !== 'redis' || !value || bytes === undefined || bytes <= 0n || bytes >= ONE_MEGABYTE) return undefined;
    const number = /^\d+$/.test(value.text) ? value.text : undefined;
    const unit = number ? ' A number without a unit counts bytes.' : '';
    return {
      span: value,
      message: `"maxmemory" is ${groupDigits(bytes)} bytes, less than an empty server needs, so that it refuses or evicts everything.${unit} The server warns as well: You specified a maxmemory value that is less than 1MB.`,
      fixes: ['mb', 'gb'].flatMap((suffix) =>
        number ? [choice(`Change to ${number}${suffix}`, replaceSpan(value, `${number}${suffix}`))] : [],
      ),
    };
  },
};
