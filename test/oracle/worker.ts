import { join } from 'node:path';
import type { Question, Reply, Verdict, WorkerAnswer, WorkerRequest } from './question.js';
import { readVerdict } from './reading.js';
import { converse } from './resp.js';
import type { RealServer } from './servers.js';
import { runTrial } from './trial.js';
import { makeWorld, workFolder } from './world.js';

/** The first message: which servers this worker must be able to start. */
type Opening = readonly RealServer[];

const plain = ['--daemonize', 'no', '--loglevel', 'notice'];
const toStandardOutput = [...plain, '--logfile', ''];
const pidFile = 'oracle.pid';
const socketFile = 'oracle.sock';

process.once('message', (servers: Opening) => {
  try {
    const programs = makeWorld(servers);
    process.on('message', (request: WorkerRequest) => void answer(programs, request));
    send({ kind: 'open' });
  } catch (error) {
    send({ kind: 'broken', id: null, reason: reasonOf(error) });
  }
});
process.once('disconnect', () => process.exit());

async function answer(programs: Map<string, readonly string[]>, request: WorkerRequest): Promise<void> {
  const { id, target, question, commands } = request;
  try {
    const argv = programs.get(target);
    if (argv === undefined) throw new Error(`the oracle was not opened with ${target}`);
    if (commands === undefined) send({ kind: 'verdict', id, verdict: await judge(argv, target, question) });
    else send({ kind: 'replies', id, replies: await interview(argv, question, commands) });
  } catch (error) {
    send({ kind: 'broken', id, reason: reasonOf(error) });
  }
}

async function judge(argv: readonly string[], target: string, question: Question): Promise<Verdict> {
  const texts = [asText(question.text), ...Object.values(question.files ?? {})];
  const first = readVerdict(
    await runTrial(argv, question, {
      options: toStandardOutput,
      ...(diesLate(target, texts) ? { whileReady: () => new Promise((done) => setTimeout(done, 100)) } : {}),
    }),
    question,
  );
  if (first.verdict !== 'accepted' || !texts.some((text) => /logfile|\\x/i.test(text))) return first;
  // 7.0 and later open the log file only after the whole file, where the override above has replaced it.
  const options = [...plain, '--pidfile', join(workFolder, pidFile)];
  return readVerdict(await runTrial(argv, question, { options, readyFile: pidFile }), question);
}

/** Before 6.2 a bad hz kills the server at its first tick, which comes after the ready line. */
function diesLate(target: string, texts: readonly string[]): boolean {
  return /^redis@[56]\.0/.test(target) && texts.some((text) => /hz|\\x/i.test(text));
}

async function interview(
  argv: readonly string[],
  question: Question,
  commands: readonly (readonly string[])[],
): Promise<readonly Reply[]> {
  const socket = join(workFolder, socketFile);
  let replies: readonly Reply[] | undefined;
  const trial = await runTrial(argv, question, {
    options: [...toStandardOutput, '--unixsocket', socket],
    whileReady: async () => {
      replies = await converse(socket, commands);
    },
  });
  if (replies === undefined)
    throw new Error(`the server did not start: ${JSON.stringify(readVerdict(trial, question))}`);
  return replies;
}

function asText(text: string | Uint8Array): string {
  return typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
}

function send(answer: WorkerAnswer): void {
  process.send?.(answer);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
