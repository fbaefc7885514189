import { choice, replaceSpan } from '../fix';
import { isWholeWord, outputBufferLimits } from '../memoryArguments';
import type { DocumentRule } from '../rule';
import { humanBytes, memoryMeaning } from '../values';
import { maxmemoryOf } from './no-maxmemory';

const DEFAULT_HARD = 256n * 1024n * 1024n;
const DEFAULT_SOFT = 64n * 1024n * 1024n;
const BIG = 1024n * 1024n * 1024n;

/** A limit below the default cuts replicas off while they copy a large data set. */
export const outputBufferLimitReplicaSmall: DocumentRule = {
  id: 'output-buffer-limit-replica-small',
  group: 'memory',
  severity: 'warning',
  scope: 'document',
  title: 'The output buffer limit of replicas is small for the data',
  *check(settings, env) {
    if (env.kind !== 'redis' || env.template) return;
    const maxmemory = maxmemoryOf(settings, env) ?? 0n;
    if (maxmemory < BIG) return;
    for (const line of [...settings.all('client-output-buffer-limit')].reverse()) {
      const limit = outputBufferLimits(line, env).findLast(({ client }) => client === 'replica');
      if (!limit) continue;
      const small = [
        { argument: limit.hard, least: DEFAULT_HARD, text: '256mb' },
        { argument: limit.soft, least: DEFAULT_SOFT, text: '64mb' },
      ].filter(({ argument, least }) => {
        const bytes = memoryMeaning(argument.text) ?? 0n;
        return bytes > 0n && bytes < least;
      });
      const [first] = small;
      if (!first || line.included) return;
      const { argument, least } = first;
      const edits = small
        .filter((one) => isWholeWord(one.argument))
        .map((one) => replaceSpan(one.argument.word, one.text, line.line));
      yield {
        line: line.line,
        span: argument.word,
        message: `Replicas may lag behind by ${argument.text} only, the default is ${humanBytes(least)}. With ${humanBytes(maxmemory)} of data a copy takes long enough to write more than that: the replica is cut off, begins anew, and never arrives.`,
        fixes: edits.length > 0 ? [choice('Change to the default', ...edits)] : [],
      };
      return;
    }
  },
};
