import { choice, removeLine } from '../fix';
import { renamesOf } from '../renames';
import { placeOf, reportAt } from '../reportAt';
import type { DocumentRule } from '../rule';
import { shown, stopsHere } from '../wording';

/** `rename-command` to a name that a command has already. */
export const renameCommandTarget: DocumentRule = {
  id: 'rename-command-target',
  group: 'start',
  severity: 'error',
  scope: 'document',
  title: 'rename-command to a name that a command has already',
  *check(settings, env) {
    if (settings.count('rename-command') === 0) return;
    for (const { occurrence, outcome } of renamesOf(settings, env)) {
      if (outcome.kind !== 'taken' && outcome.kind !== 'module') continue;
      const name = occurrence.args[1];
      const text = shown(name?.text ?? '');
      const by = outcome.kind === 'taken' ? outcome.by : undefined;
      yield reportAt(occurrence, {
        ...(name ? { span: name } : {}),
        message:
          outcome.kind === 'taken'
            ? `${text} is the name of a command already; choose another one. ${stopsHere('Target command name already exists')}`
            : `${text} belongs to a built-in module, which is loaded after the file and then finds its name taken. The server dies of a failed assertion in module.c.`,
        related: by ? [placeOf(by, 'Another command got the name here.')] : [],
        fixes: [choice('Remove the line', removeLine(occurrence.line))],
      });
    }
  },
};
