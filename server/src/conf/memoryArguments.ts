import { type Argument, argumentTexts } from './arguments';
import type { DirectiveLine, RuleEnvironment } from './rule';

/** The output buffer limit of one class of clients, as one line gives it. */
export interface OutputBufferLimit {
  readonly client: 'normal' | 'replica' | 'pubsub';
  readonly name: Argument;
  readonly hard: Argument;
  readonly soft: Argument;
  readonly seconds: Argument;
}

/** The groups of a `client-output-buffer-limit` line: one up to 6.2, one or more since 7.0. */
export function outputBufferLimits(
  line: Pick<DirectiveLine, 'directive' | 'args'>,
  env: RuleEnvironment,
): readonly OutputBufferLimit[] {
  const given = argumentTexts(line, env);
  const limits: OutputBufferLimit[] = [];
  for (let at = 0; at + 3 < given.length; at += 4) {
    const [name, hard, soft, seconds] = given.slice(at, at + 4);
    if (!name || !hard || !soft || !seconds) break;
    const text = name.text.toLowerCase();
    limits.push({ client: text === 'normal' || text === 'pubsub' ? text : 'replica', name, hard, soft, seconds });
  }
  return limits;
}

/** The arguments of a line that are sizes. */
export function memoryArguments(line: DirectiveLine, env: RuleEnvironment): readonly Argument[] {
  const { directive, args } = line;
  if (directive.key === 'client-output-buffer-limit') {
    return outputBufferLimits(line, env).flatMap(({ hard, soft }) => [hard, soft]);
  }
  const { type } = directive.facts;
  const [first] = args;
  return first && (type === 'memory' || type === 'percent-or-memory') ? [{ text: first.text, word: first }] : [];
}

/** Is the argument a word of its own, so that it can be replaced? Parts of a quoted list are not. */
export function isWholeWord({ text, word }: Argument): boolean {
  return word.text === text;
}

const ZERO_IS_NO_LIMIT = new Set([
  'maxmemory',
  'maxmemory-clients',
  'client-output-buffer-limit',
  'cluster-link-sendbuf-limit',
]);

/** What follows from a size of 0, as the end of a sentence; empty when nothing special does. */
export function zeroMeans(key: string): string {
  return ZERO_IS_NO_LIMIT.has(key) ? ', which means no limit' : '';
}
