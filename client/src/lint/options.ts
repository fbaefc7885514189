import { parseArgs } from 'node:util';
import { rules as aclRules } from '../../../server/src/acl/rules';
import { knownVersions } from '../../../server/src/conf/catalogue/catalogue';
import { nearestOf } from '../../../server/src/conf/nearest';
import type { Profile, Purpose, SeverityChoice } from '../../../server/src/conf/rule';
import { rules as confRules } from '../../../server/src/conf/rules';
import { compareVersions, parseTarget, type Target, targetLabel } from '../../../server/src/conf/target';

export type LintKind = 'redis' | 'sentinel' | 'acl';
export type LintFormat = 'text' | 'json' | 'sarif' | 'github';

/** What `lint` was asked to do. */
export interface LintOptions {
  readonly target: Target | undefined;
  readonly kind: LintKind | undefined;
  readonly format: LintFormat;
  readonly profile: Profile | undefined;
  readonly purpose: Purpose | undefined;
  readonly rules: ReadonlyMap<string, SeverityChoice>;
  readonly fix: boolean;
  readonly quiet: boolean;
  readonly stdinName: string;
  readonly files: readonly string[];
}

/** What was asked cannot be done; the message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const LINT_HELP = `Usage: redis-environments lint [options] FILE...

Judges redis.conf, sentinel.conf and ACL files as the targeted server would read them.
FILE is a file, a directory (searched for files of the known names), a glob, or - for standard input.

  --target T       redis@7.0, redis@7.0.15, valkey@8.1 ...; default: a comment in the file, else a guess
  --kind K         redis, sentinel or acl; default: by name, then by content
  --format F       text (default), json, sarif, github
  --fix            apply the fixes that are certain; with - the fixed text is printed instead of findings
  --profile P      generic (default), outsystems, nuxeo
  --purpose P      production, non-production
  --rule ID=LEVEL  severity of a rule: off, hint, information, warning; may be repeated
  --quiet          only errors
  --stdin-name N   file name for what comes from standard input

Exit status: 0 no errors, 1 errors, 2 could not judge.`;

/** Reads the arguments behind `lint`. Throws a UsageError with what to do about it. */
export function readLintOptions(args: readonly string[]): LintOptions {
  const { values, positionals } = parse(args);
  const target = values.target === undefined ? undefined : readTarget(values.target);
  const rules = new Map<string, SeverityChoice>();
  for (const rule of values.rule ?? []) rules.set(...readRule(rule));
  if (positionals.length === 0) throw new UsageError('Name at least one file, or - for standard input.');
  return {
    target,
    kind: values.kind === undefined ? undefined : oneOf('--kind', values.kind, ['redis', 'sentinel', 'acl']),
    format: oneOf('--format', values.format ?? 'text', ['text', 'json', 'sarif', 'github']),
    profile:
      values.profile === undefined ? undefined : oneOf('--profile', values.profile, ['generic', 'outsystems', 'nuxeo']),
    purpose:
      values.purpose === undefined ? undefined : oneOf('--purpose', values.purpose, ['production', 'non-production']),
    rules,
    fix: values.fix === true,
    quiet: values.quiet === true,
    stdinName: values['stdin-name'] ?? '<stdin>',
    files: positionals,
  };
}

function parse(args: readonly string[]): ReturnType<typeof parseRaw> {
  try {
    return parseRaw(args);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

function parseRaw(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      target: { type: 'string' },
      kind: { type: 'string' },
      format: { type: 'string' },
      profile: { type: 'string' },
      purpose: { type: 'string' },
      rule: { type: 'string', multiple: true },
      fix: { type: 'boolean' },
      quiet: { type: 'boolean' },
      'stdin-name': { type: 'string' },
    },
  });
}

function readRule(text: string): [id: string, choice: SeverityChoice] {
  const [id = '', level = ''] = text.split('=');
  const rules = [...confRules, ...aclRules];
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    const ids = rules.map((one) => one.id);
    const meant = nearestOf(id, ids);
    throw new UsageError(
      `--rule ${text}: there is no rule "${id}"${meant === undefined ? '' : `; "${meant}" is one`}.`,
    );
  }
  // Nobody shall be told that a server starts because an error was made a hint.
  const choices = rule.severity === 'error' ? (['off'] as const) : (['off', 'hint', 'information', 'warning'] as const);
  return [id, oneOf(`--rule ${id}`, level, choices)];
}

function readTarget(text: string): Target {
  const product = text.trim().toLowerCase().startsWith('valkey') ? 'valkey' : 'redis';
  const target = parseTarget(text, knownVersions[product]);
  const oldest = knownVersions[product][0]?.replace(/\.\d+$/, '.0') ?? '';
  if (target && compareVersions(target.version, oldest) < 0)
    throw new UsageError(`--target ${text}: ${targetLabel({ product, version: oldest })} is the oldest that is known.`);
  if (target) return target;
  throw new UsageError(`--target ${text}: write product@version, such as redis@7.0 or valkey@8.1.1.`);
}

function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    const choices = allowed.length === 1 ? `it can only be ${allowed[0]}` : `it is one of ${allowed.join(', ')}`;
    throw new UsageError(`${option} ${value}: ${choices}.`);
  }
  return found;
}
