import type { Question, Unresolved, Verdict } from './question.js';
import type { Trial } from './trial.js';
import { splitWords } from './words.js';

const unresolvedHeader = 'Unresolved Configuration(s) Detected';
/** `12:M 20 Nov 2026 19:31:27.115 # `, with whatever time stamp the log-timestamp-format directive chose. */
const logPrefix = /^\d+:[XCSM] .*? [.\-*#] /;
const structuredLog = /^pid=.* message="(.*)"$/;

/** Reads the verdict from what the server printed and how it ended. */
export function readVerdict(trial: Trial, question: Question): Verdict {
  const configError = readConfigError(trial.stderr);
  if (configError !== undefined) return configError;
  const log = trial.stdout.split('\n').map(message);
  switch (trial.ended) {
    case 'ready':
      return { verdict: 'accepted' };
    case 'timeout':
      return { verdict: 'failed', reason: 'not ready within the time limit' };
    case 'signal':
      return { verdict: 'crashed', reason: crashReason(log) };
    case 'exit': {
      if (log.some((line) => line.includes('BUG REPORT START')))
        return { verdict: 'crashed', reason: crashReason(log) };
      const unresolved = readUnresolved(log, question);
      if (unresolved.length > 0) return { verdict: 'rejected', reason: unresolvedHeader, unresolved };
      return { verdict: 'failed', reason: lastLine(log) ?? lastLine(trial.stderr.split('\n')) ?? 'no output' };
    }
  }
}

function readConfigError(stderr: string): Verdict | undefined {
  const lines = stderr.split('\n');
  const header = lines.findIndex((line) => line.startsWith('*** FATAL CONFIG FILE ERROR'));
  if (header === -1) return undefined;
  const position = /^Reading the configuration file, at line (\d+)$/.exec(lines[header + 1] ?? '');
  if (position === null) return { verdict: 'rejected', reason: lines[header + 1] ?? '' };
  return { verdict: 'rejected', line: Number(position[1]), reason: lines[header + 3] ?? '' };
}

/** The server names what it could not resolve without a line; the line is that of the last mention in the file. */
function readUnresolved(log: readonly string[], { text }: Question): Unresolved {
  const header = log.findIndex((line) => line.startsWith(unresolvedHeader));
  if (header === -1) return [];
  const source = typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
  const written = source.split('\n').map((line) => {
    const [name = '', ...args] = splitWords(line) ?? [];
    return [name.toLowerCase(), ...args].join(' ');
  });
  const found = log.slice(header + 1).flatMap((line): [number | null, string][] => {
    const named = /^>>> '(.*)'$/.exec(line)?.[1];
    if (named === undefined) return [];
    const [name = '', ...rest] = named.split(' ');
    const at = written.lastIndexOf([name.toLowerCase(), ...rest].join(' '));
    return [[at === -1 ? null : at + 1, named]];
  });
  return found.sort((a, b) => (a[0] ?? Infinity) - (b[0] ?? Infinity));
}

function crashReason(log: readonly string[]): string {
  return (
    log.find((line) => /crashed by signal|^==> |^Guru Meditation/.test(line)) ?? lastLine(log) ?? 'died without a word'
  );
}

function lastLine(lines: readonly string[]): string | undefined {
  return lines.findLast((line) => line.trim() !== '');
}

function message(line: string): string {
  return structuredLog.exec(line)?.[1] ?? line.replace(logPrefix, '');
}
