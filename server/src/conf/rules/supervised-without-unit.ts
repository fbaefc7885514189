import type { DirectiveRule } from '../rule';

/** What a server can tell its manager only when there is one. */
export const supervisedWithoutUnit: DirectiveRule = {
  id: 'supervised-without-unit',
  group: 'host',
  severity: 'hint',
  scope: 'directive',
  keys: ['supervised'],
  title: 'The server expects to be started by a service manager',
  check: ({ args }) => {
    const [word] = args;
    const mode = word?.text.toLowerCase();
    if (!word || (mode !== 'systemd' && mode !== 'upstart')) return undefined;
    return {
      span: word,
      message:
        mode === 'systemd'
          ? 'The unit needs "Type=notify", and the server a build with libsystemd; otherwise systemd waits for a message that never comes. Started by hand, the server only logs that NOTIFY_SOCKET is missing.'
          : 'The server raises SIGSTOP to tell upstart that it is ready, and stays stopped when nobody else started it. Hardly any system has upstart today.',
    };
  },
};
