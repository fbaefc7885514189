import { shown } from '../../conf/wording';
import { isAdministrator, lastRule } from '../advice';
import type { AclUserRule } from '../rule';

const CHANNEL_COMMANDS = ['publish', 'spublish', 'subscribe', 'psubscribe', 'ssubscribe'];

/** An application that may do everything, or reach all keys and all channels. */
export const aclAllRights: AclUserRule = {
  id: 'acl-all-rights',
  group: 'security',
  severity: 'information',
  scope: 'user',
  title: 'All commands, or all keys and channels, for a user that is no administrator',
  *check(user, { dialect, pubsubDefault }) {
    const { enabled, root } = user.verdict.user;
    if (!enabled || isAdministrator(user)) return;
    const name = shown(user.name.text);
    if (root.allCommands && root.allows('shutdown', dialect.commands) && root.allows('flushall', dialect.commands)) {
      yield {
        span: lastRule(user, '+@all', 'allcommands') ?? user.name,
        message: `User ${name} may run every command: change users, read every password hash, load configuration, stop the server. Allow what an application needs, such as "+@all -@admin -@dangerous", or better single categories.`,
      };
      return;
    }
    const channels = dialect.channels && (root.allChannels ?? pubsubDefault === 'allchannels');
    const span = lastRule(user, '&*', 'allchannels');
    const usesChannels = CHANNEL_COMMANDS.some((command) => root.allows(command, dialect.commands));
    if (!root.allKeys || !channels || !span || !usesChannels) return;
    yield {
      span,
      message: `User ${name} may use all keys and all channels. Among the channels are "__sentinel__:hello", which steers failovers, and keyspace events: name the patterns that the application needs.`,
    };
  },
};
