import { isLoopback } from '../addresses';
import { argumentTexts } from '../arguments';
import { choice, commentLine } from '../fix';
import { isOutSystems } from '../profiles';
import type { DocumentRule } from '../rule';
import { ownLine } from '../stated';

/** Front ends are other machines. */
export const outsystemsLoopbackBind: DocumentRule = {
  id: 'outsystems-loopback-bind',
  group: 'profile',
  severity: 'warning',
  scope: 'document',
  title: 'OutSystems: front ends cannot reach the server',
  *check(settings, env) {
    const line = ownLine(settings, 'bind');
    if (!isOutSystems(env) || !line) return;
    const addresses = argumentTexts(line, env).map(({ text }) => text.replace(/^-/, ''));
    if (addresses.length === 0 || !addresses.every((address) => isLoopback(address))) return;
    yield {
      line: line.line,
      message:
        'The server listens on its own machine only; front ends are others and get "It was not possible to connect to Redis server". The procedure comments this line out; naming the address of the subnet is narrower.',
      fixes: [choice('Comment this line out', commentLine(line.line))],
    };
  },
};
