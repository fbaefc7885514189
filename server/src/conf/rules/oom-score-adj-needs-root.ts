import { argumentTexts } from '../arguments';
import type { DocumentRule } from '../rule';
import { ownLine } from '../stated';
import { atoi } from '../values';

/** Only root may make a process less likely to be killed, and the server seldom is root. */
export const oomScoreAdjNeedsRoot: DocumentRule = {
  id: 'oom-score-adj-needs-root',
  group: 'host',
  severity: 'hint',
  scope: 'document',
  title: 'The OOM scores need rights that a service seldom has',
  *check(settings, env) {
    const mode = (settings.value('oom-score-adj') ?? 'no').toLowerCase();
    const line = ownLine(settings, 'oom-score-adj-values');
    if (!line || mode === 'no') return;
    const values = argumentTexts(line, env);
    const lowered = values.find(({ text }, index) => {
      const before = index > 0 ? atoi(values[index - 1]?.text ?? '') : 0;
      return atoi(text) < 0 || atoi(text) < before;
    });
    if (!lowered) return;
    yield {
      line: line.line,
      span: lowered.word,
      message: `Only a process with CAP_SYS_RESOURCE may lower its score: as an ordinary user the server cannot set ${lowered.text} here, and stays with what it had. Keep the three values at 0 or more and rising.`,
    };
  },
};
