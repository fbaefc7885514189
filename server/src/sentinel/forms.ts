import type { Product, Target } from '../conf/target';
import { atLeast } from '../conf/target';
import { own } from '../conf/own';

/** When a server carries a line out: since 6.2 all lines of one phase before those of the next, before in file order. */
export type Phase = 'pre' | 'monitor' | 'post';

/** What the value at the end of a line must be. */
export type ValueRule = 'any' | 'positive' | 'not-negative' | 'boolean' | 'id' | 'address' | 'script';

/** How one kind of `sentinel` line is written. */
export interface Form {
  /** Fewest and most arguments behind the sub word. */
  readonly min: number;
  readonly max: number;
  readonly phase: Phase;
  readonly value: ValueRule;
  /** First versions that know it; a product that never knew it is absent. */
  readonly since: Readonly<Partial<Record<Product, string>>>;
}

const ALWAYS = { redis: '0.0.0', valkey: '0.0.0' };

function form(count: number, phase: Phase, value: ValueRule, since: Form['since'] = ALWAYS): Form {
  return { min: count, max: count, phase, value, since };
}

const since = (redis: string): Form['since'] => ({ redis, valkey: '0.0.0' });

const FORMS: Readonly<Record<string, Form>> = {
  monitor: form(4, 'monitor', 'address'),
  'down-after-milliseconds': form(2, 'post', 'positive'),
  'failover-timeout': form(2, 'post', 'positive'),
  'parallel-syncs': form(2, 'post', 'any'),
  'notification-script': form(2, 'post', 'script'),
  'client-reconfig-script': form(2, 'post', 'script'),
  'auth-pass': form(2, 'post', 'any'),
  'auth-user': form(2, 'post', 'any', since('6.0.0')),
  'current-epoch': form(1, 'pre', 'any'),
  myid: form(1, 'pre', 'id'),
  'config-epoch': form(2, 'post', 'any'),
  'leader-epoch': form(2, 'post', 'any'),
  'known-replica': form(3, 'post', 'address'),
  'known-slave': form(3, 'post', 'address'),
  'known-sentinel': { ...form(3, 'post', 'address'), max: 4 },
  'rename-command': form(3, 'post', 'any'),
  'announce-ip': form(1, 'pre', 'any'),
  'announce-port': form(1, 'pre', 'any'),
  'deny-scripts-reconfig': form(1, 'pre', 'boolean'),
  'sentinel-user': form(1, 'pre', 'any', since('6.2.0')),
  'sentinel-pass': form(1, 'pre', 'any', since('6.2.0')),
  'resolve-hostnames': form(1, 'pre', 'boolean', since('6.2.0')),
  'announce-hostnames': form(1, 'pre', 'boolean', since('6.2.0')),
  'master-reboot-down-after-period': form(2, 'post', 'not-negative', since('7.0.0')),
  'primary-reboot-down-after-period': form(2, 'post', 'not-negative', { valkey: '8.0.0' }),
};

/** The form of a kind of line in any version; `option` is in lower case. */
export function formAnywhere(option: string): Form | undefined {
  return own(FORMS, option);
}

/** Does the target know this kind of line? */
export function knowsForm(known: Form, target: Target): boolean {
  const first = known.since[target.product];
  return first !== undefined && atLeast(target, target.product, first);
}

/** The sub words of a target. */
export function optionsOf(target: Target): readonly string[] {
  return Object.keys(FORMS).filter((option) => {
    const known = FORMS[option];
    return known !== undefined && knowsForm(known, target);
  });
}

/** Are lines kept until the whole file is read, and then carried out phase by phase? Since 6.2. */
export function queuesLines(target: Target): boolean {
  return target.product === 'valkey' || atLeast(target, 'redis', '6.2.0');
}
