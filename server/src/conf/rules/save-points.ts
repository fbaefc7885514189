import { argumentTexts } from '../arguments';
import type { DirectiveRule } from '../rule';
import { atoi, strtoll } from '../values';

/** Snapshot points that the target refuses. Up to 6.2 a wrong number of arguments is ignored, not refused. */
export const savePoints: DirectiveRule = {
  id: 'save-points',
  group: 'start',
  severity: 'error',
  scope: 'directive',
  keys: ['save'],
  title: 'Snapshot points are not pairs of seconds and changes',
  check: (line, env) => {
    const { args } = line;
    if (args.length === 0) return undefined;
    const span = { start: args[0]?.start ?? 0, end: args.at(-1)?.end ?? 0 };
    const refused = {
      span,
      message:
        '"save" takes pairs of <seconds, 1 or more> and <changes, 0 or more>, or one empty text "" for no snapshots. The server stops here: Invalid save parameters.',
    };
    if (env.era < 7) {
      if (args.length !== 2) return undefined;
      return atoi(args[0]?.text ?? '') < 1 || atoi(args[1]?.text ?? '') < 0 ? refused : undefined;
    }
    const texts = argumentTexts(line, env).map(({ text }) => text);
    if (texts.length === 1 && texts[0] === '') return undefined;
    if (texts.length % 2 === 1) return refused;
    for (const [index, text] of texts.entries()) {
      const { value, rest } = strtoll(text);
      if (rest !== text.length || value < (index % 2 === 0 ? 1n : 0n)) return refused;
    }
    return undefined;
  },
};
