import type { Difference } from './difference.js';
import type { Observation } from './observation.js';

/** What a server says because of how it was built or where it runs. The catalogue is right not to say the same. */
interface Deviation {
  readonly reason: string;
  readonly explains: (difference: Difference, seen: Observation) => boolean;
}

const deviations: readonly Deviation[] = [
  {
    reason:
      'Built with the jemalloc of the system, as all Debian packages are; with its own jemalloc the server takes it.',
    explains: ({ subject, server }) => subject === 'activedefrag' && /modified Jemalloc/.test(server),
  },
  {
    reason: 'A security patch of Debian; the released source of this version does not know the name.',
    explains: ({ kind, subject }, { product, version }) =>
      kind === 'unknown name' &&
      subject === 'lua-enable-deprecated-api' &&
      product === 'redis' &&
      ['7.0.15', '8.0.2'].includes(version),
  },
  {
    reason: 'A name of CONFIG SET alone: up to 6.2 no file may hold it.',
    explains: ({ kind, subject }, { liveOnly }) =>
      kind === 'unknown name' && subject === 'watchdog-period' && liveOnly.has(subject),
  },
  {
    reason: 'Built without TLS: such a server knows none of the names that begin with tls-.',
    explains: ({ kind, subject }, { listed }) =>
      kind === 'missing name' && subject.startsWith('tls-') && !listed.has('tls-port'),
  },
  {
    reason: 'The limit of open files here is too low for the default, so the server lowered it.',
    explains: ({ kind, subject, facts }) =>
      kind === 'default' && subject === 'maxclients' && Number(facts?.default) < 10_000,
  },
  {
    reason: 'A module that was built into this server brings it; the catalogue describes servers without modules.',
    explains: ({ kind, subject }) => kind === 'unknown name' && /^(bf|cf|search|ts)-/.test(subject),
  },
  {
    reason: 'A module that was built into this server brings it; the catalogue describes servers without modules.',
    explains: ({ kind, subject }, { commands }) =>
      kind === 'command' && /[._]/.test(subject) && commands.commands.get(subject.toLowerCase())?.module === true,
  },
];

/** Why a difference is none of the catalogue; undefined when it has to be mended. */
export function deviationOf(difference: Difference, seen: Observation): string | undefined {
  return deviations.find(({ explains }) => explains(difference, seen))?.reason;
}
