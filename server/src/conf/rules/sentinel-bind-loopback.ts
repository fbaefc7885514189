import { isLoopback } from '../addresses';
import { argumentTexts } from '../arguments';
import { choice, commentLine } from '../fix';
import type { DocumentRule } from '../rule';
import { ownLine } from '../stated';

/** A Sentinel that nobody else can talk to is alone. */
export const sentinelBindLoopback: DocumentRule = {
  id: 'sentinel-bind-loopback',
  group: 'sentinel',
  severity: 'information',
  scope: 'document',
  title: 'Sentinel listens on its own machine only',
  *check(settings, env) {
    const line = ownLine(settings, 'bind');
    if (env.kind !== 'sentinel' || !line) return;
    const addresses = argumentTexts(line, env).map(({ text }) => text.replace(/^-/, ''));
    if (addresses.length === 0 || !addresses.every((address) => isLoopback(address))) return;
    yield {
      line: line.line,
      message:
        'Other Sentinels and clients on other machines cannot reach this Sentinel: it gets no votes and nobody can ask it for the primary. Bind an address that they can reach.',
      fixes: [choice('Comment this line out', commentLine(line.line))],
    };
  },
};
