import { type Argument, argumentsSpan, argumentTexts } from '../arguments';
import { readAddress } from '../bindAddress';
import { certain, choice, replaceSpan } from '../fix';
import type { Fix } from '../finding';
import type { DirectiveLine, DirectiveRule, LineReport, RuleEnvironment } from '../rule';
import { assignment, trailingComment } from '../slips';
import { atLeast } from '../target';
import { sameWord, strtoll } from '../values';
import { shown, stopsHere } from '../wording';

/** A primary that is no host and port. 5.0 takes any port. */
export const replicaofAddress: DirectiveRule = {
  id: 'replicaof-address',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['replicaof'],
  title: 'The primary to follow is no host and port',
  check: (line, env) => {
    const given = argumentTexts(line, env);
    const [host, port] = given;
    if (!host || !port || given.length !== 2) return wrongCount(line, given, env);
    if (env.era === 5 || (sameWord(host.text, 'no') && sameWord(port.text, 'one'))) return undefined;
    const { value, rest } = strtoll(port.text);
    if (rest === port.text.length && value >= 0n && value <= 65535n) return undefined;
    const primary = atLeast(env.target, 'valkey', '8.0.0') ? 'primary' : 'master';
    return {
      span: port.word,
      message: `${shown(port.text)} is no port from 0 to 65535. ${stopsHere(`Invalid ${primary} port`)}`,
    };
  },
};

function wrongCount(line: DirectiveLine, given: readonly Argument[], env: RuleEnvironment): LineReport {
  const reason = env.era === 7 ? 'wrong number of arguments' : 'Bad directive or wrong number of arguments';
  const no = env.era === 5 ? '' : ', or "no one"';
  return (
    trailingComment(line, reason) ??
    assignment(line, reason) ?? {
      span: argumentsSpan(line),
      message: `"${line.name.text}" takes a host and a port, separated by a blank${no}. ${stopsHere(reason)}`,
      fixes: addressFixes(given, env),
    }
  );
}

/** `host:6379` and `[2001:db8::1]:6379` as two words; an IPv6 address without brackets is a host alone. */
function hostAndPort(text: string): string | undefined {
  const at = Math.max(text.lastIndexOf(':'), text.lastIndexOf(','));
  const written = text.slice(0, Math.max(at, 0));
  const port = text.slice(at + 1);
  const host = written.startsWith('[') && written.endsWith(']') ? written.slice(1, -1) : written;
  if (!/^\d{1,5}$/.test(port) || !readAddress(host) || (host === written && host.includes(':'))) return undefined;
  return `${host} ${port}`;
}

/** `host:6379` means host and port; a lone host leaves the port open. */
function addressFixes(given: readonly Argument[], env: RuleEnvironment): Fix[] {
  const [only] = given;
  if (!only || given.length !== 1 || only.word.text !== only.text || only.text === '') return [];
  if (env.era !== 5 && /^(?:no|none)$/i.test(only.text)) {
    return [choice('Change to "no one"', replaceSpan(only.word, 'no one'))];
  }
  const joined = hostAndPort(only.text);
  if (joined !== undefined) return [certain('Separate host and port', replaceSpan(only.word, joined))];
  const end = { start: only.word.end, end: only.word.end };
  return [choice('Add the port 6379', replaceSpan(end, ' 6379'))];
}
