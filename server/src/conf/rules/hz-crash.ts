import { choice, replaceSpan } from '../fix';
import type { DocumentRule } from '../rule';
import { compareVersions } from '../target';

/** 6.0 does not clamp `hz`: 0 and more than 1000 divide by zero at the start. Measured on 6.0.16. */
export const hzCrash: DocumentRule = {
  id: 'hz-crash',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'A value of hz that crashes Redis 6.0 at the start',
  *check(settings, env) {
    const { product, version } = env.target;
    if (product !== 'redis' || compareVersions(version, '6.0.0') < 0 || compareVersions(version, '6.2.0') >= 0) return;
    const hz = settings.last('hz');
    const value = settings.number('hz');
    const word = hz?.args[0];
    if (!hz || hz.included || !word || value === undefined || (value > 0n && value <= 1000n)) return;
    yield {
      line: hz.line,
      span: word,
      message: `Redis 6.0 does not limit "hz" to 1..500 as other versions do: with ${value} it divides by zero. The server stops: Redis ${version} crashed by signal: 8.`,
      fixes: [choice('Change to 10, the default', replaceSpan(word, '10', hz.line))],
    };
  },
};
