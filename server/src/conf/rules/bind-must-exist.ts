import { isLoopback, isWildcard } from '../addresses';
import { argumentTexts } from '../arguments';
import { readAddress } from '../bindAddress';
import type { DirectiveRule } from '../rule';
import { isIPv4, isIPv6 } from '../values';

/** An address to listen on has to belong to the machine, when the server starts. */
export const bindMustExist: DirectiveRule = {
  id: 'bind-must-exist',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['bind', 'rdma-bind'],
  title: 'The address to listen on has to belong to the machine',
  check: (line, env) => {
    const needed = argumentTexts(line, env).find(
      // What no machine can have is for bind-unusable.
      ({ text }) => !/^[-#]/.test(text) && !isLoopback(text) && !isWildcard(text) && readAddress(text) !== undefined,
    );
    if (!needed) return undefined;
    const isName = !isIPv4(needed.text) && !isIPv6(needed.text);
    return {
      span: needed.word,
      message: isName
        ? `The server stops where the name "${needed.text}" cannot be resolved to an address of the machine. An address is safer here than a name.`
        : `The server stops where no network interface has ${needed.text} yet. Let its unit start after network-online.target${env.era === 7 ? `, or write "-${needed.text}" to go on without it` : ''}.`,
    };
  },
};
