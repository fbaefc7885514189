import { keepsForModules, wordRulesOf } from '../judge';
import type { DocumentRule } from '../rule';
import { splitLine } from '../syntax';
import { stops, stopsHere } from '../wording';

const MARK = '\ufeff';

/** A byte order mark glues itself to the first word of the file. */
export const byteOrderMark: DocumentRule = {
  id: 'byte-order-mark',
  group: 'traps',
  severity: 'error',
  scope: 'document',
  title: 'The file begins with a byte order mark',
  *check(settings, env) {
    if (!settings.file.byteOrderMark) return;
    const advice =
      'The file begins with a byte order mark, which the server takes as part of its first word, even of a comment or an empty line. Save it as UTF-8 without it.';
    const { kind, words } = splitLine(`${MARK}${settings.text(0)}`, wordRulesOf(env));
    if (kind === 'unbalanced') {
      yield { line: 0, message: `${advice} ${stopsHere('Unbalanced quotes in configuration line')}` };
    } else if (words.length < 2 || !keepsForModules(env, words[0]?.text ?? '')) {
      yield { line: 0, message: `${advice} ${stopsHere('Bad directive or wrong number of arguments')}` };
    } else if (env.kind === 'sentinel') {
      yield { line: 0, severity: 'warning', message: `${advice} Sentinel ignores the first line without a word.` };
    } else {
      yield {
        line: 0,
        message: `${advice} ${stops('Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting')}`,
      };
    }
  },
};
