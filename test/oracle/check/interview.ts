import type { Reply } from '../question.js';
import type { Running } from './box.js';
import type { Answer, Settable } from './observation.js';
import type { Probe } from './probes.js';

const PLAIN = /^[a-z0-9_.-]+$/;

/** Questions to one running server, which is started anew when a value ended it. */
export class Interview {
  constructor(
    private running: Running,
    private readonly restart: () => Promise<Running>,
  ) {}

  end(): Promise<void> {
    return this.running.stop();
  }

  /** What CONFIG GET * tells, by name. */
  async listed(): Promise<ReadonlyMap<string, string>> {
    const [reply] = await this.running.ask([['CONFIG', 'GET', '*']]);
    return new Map(pairs(reply));
  }

  /** What CONFIG GET tells of names that the list leaves out. */
  async unlisted(
    candidates: readonly string[],
    listed: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = candidates.filter((name) => PLAIN.test(name) && !listed.has(name));
    const replies = await this.running.ask(wanted.map((name) => ['CONFIG', 'GET', name]));
    return new Map(replies.flatMap(pairs));
  }

  /** Sets every directive to the value that it has. */
  async settable(values: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Settable>> {
    const names = [...values.keys()];
    const replies = await this.each(names.map((name) => ['CONFIG', 'SET', name, values.get(name) ?? '']));
    return new Map(names.map((name, at) => [name, settableBy(replies[at])]));
  }

  /** Tries values that should be refused. What was accepted after all is set back. */
  async tried(probes: readonly Probe[]): Promise<readonly Answer[]> {
    const names = [...new Set(probes.map(({ name }) => name))];
    const before = new Map((await this.running.ask(names.map((name) => ['CONFIG', 'GET', name]))).flatMap(pairs));
    const replies = await this.each(probes.map(({ name, value }) => ['CONFIG', 'SET', name, value]));
    const answers = replies.map(answerOf);
    const changed = new Set(probes.filter((_, at) => answers[at]?.accepted).map(({ name }) => name));
    await this.each([...changed].map((name) => ['CONFIG', 'SET', name, before.get(name) ?? '']));
    return answers;
  }

  /** All at once; when the server ends or hangs up in between, one after the other, so that it is known at which. */
  private async each(commands: readonly (readonly string[])[]): Promise<readonly Reply[]> {
    if (commands.length === 0) return [];
    try {
      return await this.running.ask(commands);
    } catch {
      await this.anew();
    }
    const replies: Reply[] = [];
    for (const command of commands) {
      try {
        replies.push(...(await this.running.ask([command])));
      } catch (error) {
        replies.push(`accepted, then: ${error instanceof Error ? error.message : String(error)}`);
        await this.anew();
      }
    }
    return replies;
  }

  private async anew(): Promise<void> {
    await this.running.stop();
    this.running = await this.restart();
  }
}

function pairs(reply: Reply | undefined): [string, string][] {
  if (!Array.isArray(reply)) return [];
  const words = reply.map(String);
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as [string, string]] : []));
}

function errorOf(reply: Reply | undefined): string | undefined {
  return typeof reply === 'object' && reply !== null && 'error' in reply ? reply.error : undefined;
}

function answerOf(reply: Reply | undefined): Answer {
  const error = errorOf(reply);
  return error === undefined ? { accepted: true, text: '' } : { accepted: false, text: error };
}

/** Any other refusal comes from the value, after the server had agreed to set it. */
function settableBy(reply: Reply | undefined): Settable {
  const error = errorOf(reply) ?? '';
  if (/can't set protected config/.test(error)) return 'protected';
  return /can't set immutable config|Unsupported CONFIG parameter/.test(error) ? 'no' : 'yes';
}
