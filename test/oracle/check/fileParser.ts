import type { Answer } from './observation.js';
import type { Box } from './box.js';
import { readVerdict } from '../reading.js';
import type { Verdict } from '../question.js';
import { isUnknown } from './refusal.js';

/** Every version refuses a bare word that it does not know at its line, so what stands before it was accepted. */
const STOP = 'no-such-directive';
const AT_ONCE = 2;

/** The parser of config files of a server, which says what it thinks of lines without ever being ready. */
export class FileParser {
  constructor(private readonly box: Box) {}

  /** The verdict on each of lines that are probably refused: each costs a start. */
  each(lines: readonly string[]): Promise<readonly Answer[]> {
    return inTurn(lines, (line) => this.one(line));
  }

  /** The verdict on each of lines that are probably accepted: all of them cost one start, and each refusal one more. */
  async all(lines: readonly string[]): Promise<readonly Answer[]> {
    const answers: Answer[] = lines.map(() => ({ accepted: true, text: '' }));
    let left = lines.map((line, at) => ({ line, at }));
    while (left.length > 0) {
      const verdict = await this.read(left.map(({ line }) => line));
      const refused = 'line' in verdict && verdict.line !== undefined ? left[verdict.line - 1] : undefined;
      if (!refused) {
        if (isStop(verdict, left.length)) return answers;
        throw new Error(`a file of ${left.length} lines: ${JSON.stringify(verdict)}`);
      }
      answers[refused.at] = { accepted: false, text: reasonOf(verdict) };
      left = left.filter(({ at }) => at !== refused.at);
    }
    return answers;
  }

  /** Which of the lines have a name that the file may hold, whatever is thought of their values. */
  known(lines: readonly string[]): Promise<readonly boolean[]> {
    // The whole start is looked at: 8.0 and later decide after the load.
    return inTurn(lines, async (line) => {
      const { ready, stdout, stderr } = await this.box.start(`${line}\n`);
      return ready || !isUnknown(stdout.replaceAll(/^\d+:[XCSM] .*? [.\-*#] /gm, '') + stderr);
    });
  }

  private async one(line: string): Promise<Answer> {
    const verdict = await this.read([line]);
    return isStop(verdict, 1) ? { accepted: true, text: '' } : { accepted: false, text: reasonOf(verdict) };
  }

  private async read(lines: readonly string[]): Promise<Verdict> {
    const text = `${[...lines, STOP].join('\n')}\n`;
    const { stdout, stderr } = await this.box.start(text, []);
    return readVerdict({ ended: 'exit', stdout, stderr }, { text, mode: 'server' });
  }
}

function isStop(verdict: Verdict, lines: number): boolean {
  return 'line' in verdict && verdict.line === lines + 1;
}

function reasonOf(verdict: Verdict): string {
  return 'reason' in verdict ? verdict.reason : verdict.verdict;
}

async function inTurn<Result>(lines: readonly string[], ask: (line: string) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < lines.length; at = next++) results[at] = await ask(lines[at] ?? '');
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
