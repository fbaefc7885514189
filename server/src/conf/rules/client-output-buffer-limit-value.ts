import { argumentTexts } from '../arguments';
import { choice, replaceSpan } from '../fix';
import type { DirectiveLine, DirectiveRule, LineReport, RuleEnvironment } from '../rule';
import { atLeast } from '../target';
import { atoi, readMemoryUnsigned, strtoll } from '../values';

const CLASSES = ['normal', 'slave', 'replica', 'pubsub'];

/** Output buffer limits that are not groups of class, hard limit, soft limit and seconds. */
export const clientOutputBufferLimitValue: DirectiveRule = {
  id: 'client-output-buffer-limit-value',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['client-output-buffer-limit'],
  title: 'Output buffer limits are not groups of class, hard limit, soft limit and seconds',
  check: (line, env) => (env.era < 7 ? checkOneGroup(line) : checkGroups(line, env)),
};

/** Up to 6.2: one group a line; limits that are no memory value count as 0. */
function checkOneGroup({ args }: DirectiveLine): LineReport | undefined {
  const [limitClass, , , seconds] = args;
  if (limitClass && !CLASSES.includes(limitClass.text.toLowerCase())) {
    return {
      span: limitClass,
      message: `The client class is one of normal, replica and pubsub; "${limitClass.text}" is none. The server stops here: Unrecognized client limit class.`,
      fixes: CLASSES.filter((name) => name !== 'slave').map((name) => choice(`Change to "${name}"`, replaceSpan(limitClass, name))),
    };
  }
  if (seconds && atoi(seconds.text) < 0) {
    return {
      span: seconds,
      message: 'The seconds of the soft limit cannot be negative. The server stops here: Negative number of seconds in soft limit is invalid.',
    };
  }
  return undefined;
}

/** Since 7.0: one or more groups, each part checked. */
function checkGroups(line: DirectiveLine, env: RuleEnvironment): LineReport | undefined {
  const given = argumentTexts(line, env);
  const whole = { start: line.args[0]?.start ?? line.name.start, end: line.args.at(-1)?.end ?? line.name.end };
  if (given.length % 4 !== 0) {
    return {
      span: whole,
      message: `"${line.name.text}" takes groups of four: <class> <hard limit> <soft limit> <seconds>. The server stops here: Wrong number of arguments in buffer limit configuration.`,
    };
  }
  for (let at = 0; at < given.length; at += 4) {
    const [limitClass, hard, soft, seconds] = given.slice(at, at + 4);
    if (limitClass && !CLASSES.includes(limitClass.text.toLowerCase())) {
      return {
        span: limitClass.word,
        message: `The client class is one of normal, replica and pubsub; "${limitClass.text}" is none. The server stops here: Invalid client class specified in buffer limit configuration.`,
      };
    }
    const strict = atLeast(env.target, 'valkey', '9.0.0');
    const badLimit = [hard, soft].find((limit) => limit && readMemoryUnsigned(limit.text, strict) === undefined);
    const bad = badLimit ?? (seconds && isSeconds(seconds.text) ? undefined : seconds);
    if (bad) {
      return {
        span: bad.word,
        message: `"${bad.text}" is no ${bad === seconds ? 'number of seconds' : 'memory value'}. The server stops here: Error in hard, soft or soft_seconds setting in buffer limit configuration.`,
      };
    }
  }
  return undefined;
}

function isSeconds(text: string): boolean {
  const { value, rest } = strtoll(text);
  return rest === text.length && value >= 0n;
}
