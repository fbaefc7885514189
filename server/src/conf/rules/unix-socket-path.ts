import type { DocumentRule } from '../rule';
import { byteLength } from '../values';

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
    if (!socket || socket.included || !path || byteLength(path.text) <= LONGEST) return;
    const length = byteLength(path.text);
    yield env.era === 7
      ? { line: socket.line, span: path, message: `The path has ${length} bytes; a socket path may have ${LONGEST}. The server stops: unix socket path too long (${length}), must be under 108.` }
      : { line: socket.line, span: path, severity: 'warning', message: `The path has ${length} bytes; a socket path may have ${LONGEST}. This server cuts it off without a word, so clients do not find the socket.` };
  },
};
