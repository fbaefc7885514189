import { argumentTexts } from './arguments';
import type { RuleEnvironment } from './rule';
import type { Settings } from './settings';
import { isWhole } from './stated';
import { compareVersions } from './target';

/**
 * Does the server take snapshots by itself? Undefined when the file cannot tell. Without a `save` line Redis up to 6.0
 * takes none; later servers keep their built-in points. Up to 6.2 a line that is no pair is ignored.
 */
export function takesSnapshots(settings: Settings, env: RuleEnvironment): boolean | undefined {
  const lines = settings.all('save');
  if (lines.length === 0) return isWhole(settings, env) ? hasBuiltInPoints(env) : undefined;
  let points = 0;
  for (const line of lines) {
    const texts = argumentTexts(line, env).map(({ text }) => text);
    if (texts.length === 1 && texts[0] === '') points = 0;
    else if (env.era === 7 || texts.length === 2) points += texts.length / 2;
  }
  return points > 0;
}

/** Do snapshots happen in this version when no line speaks of them? */
export function hasBuiltInPoints(env: Pick<RuleEnvironment, 'target'>): boolean {
  return env.target.product === 'valkey' || compareVersions(env.target.version, '6.2.0') >= 0;
}

/** Is it certain that nothing is written to disk: no snapshots and no append-only file? */
export function keepsNothing(settings: Settings, env: RuleEnvironment): boolean {
  if (settings.isOn('appendonly') || (settings.count('appendonly') === 0 && !isWhole(settings, env))) return false;
  return takesSnapshots(settings, env) === false;
}
