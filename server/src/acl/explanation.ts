import type { Fix } from '../conf/finding';

/** What a person should know of a fault. The message has no server words yet, and never shows a password. */
export interface Explanation {
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** Where rules stand: in a `user` line of the configuration, or in a file of their own. */
export type RulePlace = 'line' | 'file';
