import fc from 'fast-check';
import { type DocumentContext, type IncludedFiles, Judge, type JudgeOptions } from '../../../server/src/conf/analyze';
import { knownVersions } from '../../../server/src/conf/catalogue/catalogue';
import type { ConfKind, Profile, Purpose, SeverityChoice } from '../../../server/src/conf/rule';
import { parseTarget, type Target, targetName } from '../../../server/src/conf/target';

const NAMES = ['5.0.0', '5.0', '6.0.0', '6.0', '6.2', '7.0.0', '7.0', '7.2', '7.4', '8.0', '8.6', '99.1'];
const VALKEY_NAMES = ['7.2', '8.0', '8.1', '9.1', '10.0'];

/** Targets of every era, known and unknown. */
export const TARGETS: readonly Target[] = [
  ...NAMES.flatMap((name) => parseTarget(`redis@${name}`, knownVersions.redis) ?? []),
  ...VALKEY_NAMES.flatMap((name) => parseTarget(`valkey@${name}`, knownVersions.valkey) ?? []),
];

/** Any target. */
export const target: fc.Arbitrary<Target> = fc.constantFrom(...TARGETS);

const SEVERITIES: readonly ReadonlyMap<string, SeverityChoice>[] = [
  new Map(),
  new Map<string, SeverityChoice>([
    ['no-save-line', 'off'],
    ['unknown-directive', 'hint'],
    ['constructor', 'warning'],
  ]),
];

const judges = new Map<string, Judge>();

/** Any way of judging a file. */
export const way: fc.Arbitrary<JudgeOptions> = fc
  .record({
    kind: fc.constantFrom<ConfKind>('redis', 'redis', 'sentinel'),
    target,
    profile: fc.constantFrom<Profile>('generic', 'outsystems', 'nuxeo'),
    purpose: fc.constantFrom<Purpose | undefined>(undefined, 'production', 'non-production'),
    template: fc.boolean(),
    severities: fc.constantFrom(...SEVERITIES),
  })
  .map(({ purpose, ...options }) => (purpose === undefined ? options : { ...options, purpose }));

/** The judge of a way. Judges are shared, as they are between documents. */
export function judgeOf(options: JudgeOptions): Judge {
  const { kind, target: version, profile, purpose, template, severities } = options;
  const id = [kind, targetName(version), profile, purpose, template, severities?.size].join(' ');
  const judge = judges.get(id) ?? new Judge(options);
  judges.set(id, judge);
  return judge;
}

const includes: IncludedFiles = new Map([
  [
    'common.conf',
    [
      {
        uri: 'file:///common.conf',
        lines: ['port 7000', 'maxmemory 1gb', 'timeout x', 'user u on ~*'],
        includes: new Map(),
      },
    ],
  ],
  ['missing.conf', undefined],
]);

/** What lies around a file. */
export const context: fc.Arbitrary<DocumentContext> = fc.constantFrom<DocumentContext>(
  { file: { name: 'redis.conf' }, includes: new Map(), fragment: false },
  { file: { name: 'redis.conf', worldReadable: true }, includes, fragment: false },
  { file: { name: 'part.conf' }, includes, fragment: true },
);
