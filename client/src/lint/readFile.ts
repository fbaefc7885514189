import { open, realpath, type FileHandle } from 'node:fs/promises';
import { isInWorkTree } from '../includes/workTree';
import { UsageError } from './options';
import { reasonOf } from './problems';

/** A file as text, with what is needed to write it back byte for byte. */
export interface LintFile {
  /** As the user named it; `-` for standard input. */
  readonly path: string;
  /** Name shown in results. */
  readonly name: string;
  readonly text: string;
  readonly byteOrderMark: boolean;
  /** Files that are no UTF-8 are read byte by byte, so that nothing is lost when they are written. */
  readonly encoding: 'utf8' | 'latin1';
  readonly worldReadable: boolean | undefined;
}

/** What is larger is no configuration: a data file, or a device that never ends. */
const LARGEST = 16 * 1024 * 1024;
const CHUNK = 64 * 1024;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Reads a file or standard input. Rejects with a sentence for the user when that is not possible. */
export async function readLintFile(path: string, stdinName: string): Promise<LintFile> {
  const { bytes, mode } =
    path === '-' ? { bytes: await readChunks(process.stdin, path), mode: undefined } : await readPath(path);
  const byteOrderMark = bytes.subarray(0, MARK.length).equals(MARK);
  const body = byteOrderMark ? bytes.subarray(MARK.length) : bytes;
  const text = decodeUtf8(body);
  const meansSomething =
    mode !== undefined && process.platform !== 'win32' && !(await isInWorkTree(await realpath(path)));
  return {
    path,
    name: path === '-' ? stdinName : path,
    text: text ?? body.toString('latin1'),
    byteOrderMark,
    encoding: text === undefined ? 'latin1' : 'utf8',
    worldReadable: meansSomething ? (mode & 0o004) !== 0 : undefined,
  };
}

/** The bytes of a text, as the file had them. */
export function bytesOf(file: LintFile, text: string): Buffer {
  const body = Buffer.from(text, file.encoding);
  return file.byteOrderMark ? Buffer.concat([MARK, body]) : body;
}

async function readPath(path: string): Promise<{ readonly bytes: Buffer; readonly mode: number | undefined }> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const there = await handle.stat();
    if (there.isDirectory()) throw new UsageError(`${path}: it is a directory.`);
    const bytes = await readChunks(chunksOf(handle), path);
    // What a shell passes as /dev/fd/63 has no permissions worth a word.
    return { bytes, mode: there.isFile() ? there.mode : undefined };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${path}: ${reasonOf(error)}.`);
  } finally {
    await handle?.close();
  }
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

async function readChunks(source: AsyncIterable<unknown>, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > LARGEST) throw new UsageError(`${path}: it has more than 16 MB, so it is no configuration.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8; the caller reads it byte by byte.
    return undefined;
  }
}
