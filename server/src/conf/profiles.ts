import type { Severity } from './finding';
import type { Purpose, RuleEnvironment } from './rule';
import type { Settings } from './settings';

/** What house rules weigh: a warning in production, an information elsewhere. */
export function weigh(env: RuleEnvironment): Severity {
  return env.purpose === 'production' ? 'warning' : 'information';
}

/** Is the document a data server of an OutSystems environment? */
export function isOutSystems(env: RuleEnvironment): boolean {
  return env.profile === 'outsystems' && env.kind === 'redis';
}

/** Is the document a data server behind Nuxeo? */
export function isNuxeo(env: RuleEnvironment): boolean {
  return env.profile === 'nuxeo' && env.kind === 'redis';
}

/**
 * Which of the two published OutSystems procedures the file follows. When nobody has said so, a cluster node is taken
 * for production; nothing is concluded from a single server.
 */
export function outsystemsPurpose(settings: Settings, env: RuleEnvironment): Purpose | undefined {
  if (!isOutSystems(env)) return undefined;
  return env.purpose ?? (settings.isOn('cluster-enabled') ? 'production' : undefined);
}
