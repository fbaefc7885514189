import type { DocumentRule } from '../rule';
import { byteLength } from '../values';
import { stops } from '../wording';

const LONGEST = 107;

/** The kernel's limit for socket paths. Up to 6.2 the path was cut without a word. */
export const unixSocketPath: DocumentRule = {
  id: 'unix-socket-path',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'The path of the socket is longer than the system allows',
  *check(settings, env) {
    const socket = settings.last('unixsocket');
    const path = socket?.args[0];
    if (!socket || socket.included || !path) return;
    const length = byteLength(path.text);
    if (length <= LONGEST) return;
    const what = `The path of a socket may have ${LONGEST} bytes, and this one has ${length}.`;
    const place = { line: socket.line, span: path };
    yield env.era === 7
      ? {
          ...place,
          message: `${what} ${stops(`Failed opening Unix socket: unix socket path too long (${length}), must be under 108`)}`,
        }
      : {
          ...place,
          severity: 'warning',
          message: `${what} This server cuts it off without a word, so that clients do not find the socket: choose a shorter path.`,
        };
  },
};
