import type { FaultKind } from './applyRule';

/** The servers' own words for what they do not take. */
export const SERVER_WORDS: Readonly<Record<FaultKind, string>> = {
  syntax: 'Syntax error',
  'after-all-keys':
    "Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have any effect. Try 'resetkeys' to start with an empty list of patterns",
  'after-all-channels':
    "Adding a pattern after the * pattern (or the 'allchannels' flag) is not valid and does not have any effect. Try 'resetchannels' to start with an empty list of channels",
  'unknown-command': 'Unknown command or category name in ACL',
  'unknown-category': 'Unknown command or category name in ACL',
  'argument-of-subcommand': 'Allowing first-arg of a subcommand is not supported',
  'part-of-whole': 'Adding a subcommand of a command already fully added is not allowed',
  'database-range': 'The provided database ID is out of range',
  'no-such-password': 'The password you are trying to remove from the user does not exist',
  'bad-hash': 'The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters',
  'open-selector': 'Wrong format',
};
