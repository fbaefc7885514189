import { commandsOf, describeCommand } from '../catalogue/commands';
import { choice, removeLine, replaceSpan } from '../fix';
import { nearestOf } from '../nearest';
import { type Rename, renamesOf } from '../renames';
import { placeOf, reportAt } from '../reportAt';
import type { DocumentReport, DocumentRule, RuleEnvironment } from '../rule';
import { targetLabel } from '../target';
import { shown, stopsHere } from '../wording';

const STOPS = stopsHere('No such command in rename-command');

/** `rename-command` of a name that no command has, any longer or at all, and of a sub-command. */
export const renameCommandUnknown: DocumentRule = {
  id: 'rename-command-unknown',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'rename-command of a command that is not there',
  *check(settings, env) {
    if (settings.count('rename-command') === 0) return;
    for (const rename of renamesOf(settings, env)) {
      if (rename.outcome.kind === 'unknown') yield unknown(rename, env);
      else if (rename.outcome.kind === 'subcommand') yield subcommand(rename);
    }
  },
};

function unknown({ occurrence, outcome }: Rename, env: RuleEnvironment): DocumentReport {
  const name = occurrence.args[0];
  const text = name?.text ?? '';
  const place = name ? { span: name } : {};
  const by = outcome.kind === 'unknown' ? outcome.by : undefined;
  if (by) {
    return reportAt(occurrence, {
      ...place,
      message: `${shown(text)} has been renamed already by another line. ${STOPS}`,
      related: [placeOf(by, 'It is renamed here.')],
      fixes: [choice('Remove this line', removeLine(occurrence.line))],
    });
  }
  const commands = commandsOf(env.target, env.kind === 'sentinel' ? 'sentinel' : 'server');
  const nearest = describeCommand(text)
    ? undefined
    : nearestOf(
        text,
        commands.names.filter((command) => commands.isRenamable(command)),
      )?.toUpperCase();
  return reportAt(occurrence, {
    ...place,
    message: `${reason(text, nearest, env)} ${STOPS}`,
    fixes: nearest && name ? [choice(`Change to "${nearest}"`, replaceSpan(name, nearest, occurrence.line))] : [],
  });
}

function reason(text: string, nearest: string | undefined, env: RuleEnvironment): string {
  const target = targetLabel(env.target);
  if (/[ |]/.test(text)) {
    return `${shown(text)} is a sub-command at best, and only whole commands can be renamed: use ACL rules such as "-config|set".`;
  }
  const elsewhere = describeCommand(text);
  if (env.kind === 'sentinel' && elsewhere) return `${target} has no command ${shown(text)} in Sentinel mode.`;
  if (elsewhere && commandsOf(env.target).has(text)) {
    return `${shown(text)} comes with a built-in module, after the file was read.`;
  }
  if (elsewhere) return `${target} has no command ${shown(text)}; ${elsewhere} has it.`;
  return `${target} has no command ${shown(text)}${nearest ? `; "${nearest}" is one` : ''}.`;
}

function subcommand({ occurrence }: Rename): DocumentReport {
  const name = occurrence.args[0];
  return reportAt(occurrence, {
    ...(name ? { span: name } : {}),
    message:
      'A sub-command cannot be renamed, and trying it crashes this server at its start. Use ACL rules such as "-config|set". The server dies of a failed assertion in config.c.',
    fixes: [choice('Remove the line', removeLine(occurrence.line))],
  });
}
