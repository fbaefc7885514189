import { choice, replaceSpan } from '../fix';
import type { DirectiveRule } from '../rule';

const OLD = new Set(['tlsv1', 'tlsv1.1']);

/** TLS 1.0 and 1.1 are broken and withdrawn. */
export const tlsOldProtocols: DirectiveRule = {
  id: 'tls-old-protocols',
  group: 'security',
  severity: 'warning',
  scope: 'directive',
  keys: ['tls-protocols'],
  title: 'TLS 1.0 or 1.1 is allowed',
  check: ({ args }) => {
    const [value] = args;
    const words = (value?.text ?? '').split(' ').filter((word) => word !== '');
    const old = words.filter((word) => OLD.has(word.toLowerCase()));
    if (!value || old.length === 0) return undefined;
    const rest = words.filter((word) => !OLD.has(word.toLowerCase()));
    const wanted = rest.length > 0 ? rest.join(' ') : 'TLSv1.2 TLSv1.3';
    return {
      span: value,
      message: `${old.join(' and ')} ${old.length > 1 ? 'are' : 'is'} withdrawn because of known attacks (RFC 8996). Allow TLSv1.2 and TLSv1.3 only.`,
      fixes: [choice(`Change to ${wanted}`, replaceSpan(value, `"${wanted}"`))],
    };
  },
};
