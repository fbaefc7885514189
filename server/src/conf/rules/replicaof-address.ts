import { argumentTexts } from '../arguments';
import type { DirectiveRule } from '../rule';
import { atLeast } from '../target';
import { strtoll } from '../values';

/** A primary that is no host and port. 5.0 takes any port. */
export const replicaofAddress: DirectiveRule = {
  id: 'replicaof-address',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['replicaof'],
  title: 'The primary to follow is no host and port',
  check: (line, env) => {
    if (env.era === 5) return undefined;
    const given = argumentTexts(line, env);
    const [host, port] = given;
    const whole = { start: line.args[0]?.start ?? line.name.start, end: line.args.at(-1)?.end ?? line.name.end };
    if (!host || !port || given.length !== 2) {
      return {
        span: whole,
        message: `"${line.name.text}" takes a host and a port, or "no one". The server stops here: wrong number of arguments.`,
      };
    }
    if (host.text.toLowerCase() === 'no' && port.text.toLowerCase() === 'one') return undefined;
    const { value, rest } = strtoll(port.text);
    if (rest === port.text.length && value >= 0n && value <= 65535n) return undefined;
    const primary = atLeast(env.target, 'valkey', '8.0.0') ? 'primary' : 'master';
    return {
      span: port.word,
      message: `"${port.text}" is no port from 0 to 65535. The server stops here: Invalid ${primary} port.`,
    };
  },
};
