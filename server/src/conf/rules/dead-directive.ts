import { argumentTexts } from '../arguments';
import { choice, removeLine } from '../fix';
import { readMemory } from '../numbers';
import type { DocumentRule, RuleEnvironment } from '../rule';
import type { Occurrence } from '../settings';
import { isWhole, ownLine } from '../stated';
import { readInteger } from '../values';
import { causeOf } from '../withoutEffect';

/** A line that does nothing because of another setting. Lines that only state the default are left alone. */
export const deadDirective: DocumentRule = {
  id: 'dead-directive',
  group: 'traps',
  severity: 'information',
  scope: 'document',
  title: 'A directive without effect because of another one',
  *check(settings, env) {
    if (env.kind !== 'redis' || !isWhole(settings, env)) return;
    for (const key of settings.keys()) {
      const cause = causeOf(key);
      if (!cause) continue;
      const line = ownLine(settings, key);
      if (!line || line.directive.facts.type === 'ignored' || statesDefault(line, env)) continue;
      if (!cause.when(settings, env)) continue;
      const name = line.content.words[0]?.text ?? key;
      yield {
        line: line.line,
        message: `"${name}" has no effect ${cause.because}.`,
        fixes: [choice('Remove this line', removeLine(line.line))],
        tags: ['unnecessary'],
      };
    }
  },
};

/** Does the line say what the server would do without it? */
function statesDefault(line: Occurrence, env: RuleEnvironment): boolean {
  const { facts } = line.directive;
  const text = line.args[0]?.text ?? '';
  const fallback = facts.default;
  switch (facts.type) {
    case 'int':
      return fallback !== undefined && readInteger(text) === BigInt(fallback);
    case 'memory':
    case 'percent-or-memory':
      return fallback !== undefined && readMemory(text, env) === BigInt(fallback);
    case 'octal':
      return /^0*$/.test(text);
    default: {
      const texts = argumentTexts(line, env).map((argument) => argument.text);
      return texts.join(' ').toLowerCase() === String(fallback ?? '').toLowerCase();
    }
  }
}
