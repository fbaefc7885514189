import { realpath, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AclAnalysis } from '../../../server/src/acl/analyze';
import { analyze, DocumentAnalysis, type DocumentContext, Judge } from '../../../server/src/conf/analyze';
import { knownVersions } from '../../../server/src/conf/catalogue/catalogue';
import type { Finding } from '../../../server/src/conf/finding';
import { guessTarget } from '../../../server/src/conf/guessTarget';
import { wordRulesOf } from '../../../server/src/conf/judge';
import { type Pragma, readPragma } from '../../../server/src/conf/pragmas';
import type { Profile, Purpose } from '../../../server/src/conf/rule';
import { parseDocument } from '../../../server/src/conf/syntax';
import { parseTarget, type Target } from '../../../server/src/conf/target';
import { isTemplateName, languageOfPath } from '../../../server/src/fileNames';
import { followIncludes } from '../../../server/src/includes';
import { type IncludeFileSystem, readInclude } from '../includes/readInclude';
import type { LintFile } from './readFile';
import type { LintKind, LintOptions } from './options';

/** A file with what was found in it. */
export interface LintResult {
  readonly file: LintFile;
  readonly target: Target;
  readonly findings: readonly Finding[];
}

const files: IncludeFileSystem = {
  realPath: (path) => realpath(path),
  stat: async (path) => {
    const there = await stat(path).catch(() => undefined);
    if (!there) return undefined;
    return { kind: there.isFile() ? 'file' : there.isDirectory() ? 'directory' : 'other', size: there.size };
  },
  list: (path) => readdir(path).catch(() => []),
  read: (path) => readFile(path, 'utf8'),
  uri: (path) => pathToFileURL(path).toString(),
};

/** Judges the text of a file, which may differ from what is on the disk. */
export async function judgeText(file: LintFile, text: string, options: LintOptions): Promise<LintResult> {
  const { lines } = parseDocument(text);
  const kind = options.kind ?? kindOf(file, lines);
  const pragmas = lines.flatMap((line) => (line.includes('redis-environments:') ? (readPragma(line) ?? []) : []));
  const target = options.target ?? targetOf(pragmas) ?? guessTarget(lines, basename(file.name));
  if (kind === 'acl') {
    const analysis = new AclAnalysis(parseDocument(text), {
      target,
      severities: options.rules,
      byteOrderMark: file.byteOrderMark,
    });
    return { file, target, findings: analysis.findings };
  }
  const profile = options.profile ?? profileOf(pragmas);
  const purpose = options.purpose ?? purposeOf(pragmas);
  const judge = new Judge({
    kind,
    target,
    template: isTemplateName(file.name),
    severities: options.rules,
    ...(profile ? { profile } : {}),
    ...(purpose ? { purpose } : {}),
  });
  return { file, target, findings: analyze(text, judge, await contextOf(file, lines, judge)).findings };
}

function kindOf(file: LintFile, lines: readonly string[]): LintKind {
  switch (languageOfPath(file.path === '-' ? file.name : resolve(file.path))) {
    case 'redis-sentinel-conf':
      return 'sentinel';
    case 'redis-acl':
      return 'acl';
    case 'redis-conf':
      return 'redis';
    case undefined:
      break;
  }
  // Elsewhere this ending belongs to other programs too; whoever names such a file here means ours.
  if (/\.acl$/i.test(file.name)) return 'acl';
  if (lines.some((line) => /^\s*sentinel\s/i.test(line))) return 'sentinel';
  const told = lines.filter((line) => line.trim() !== '');
  return told.length > 0 && told.every((line) => /^user\s/.test(line)) ? 'acl' : 'redis';
}

function targetOf(pragmas: readonly Pragma[]): Target | undefined {
  const text = pragmas.findLast((pragma) => pragma.target !== undefined)?.target;
  return text === undefined
    ? undefined
    : parseTarget(text, knownVersions[text.startsWith('valkey') ? 'valkey' : 'redis']);
}

function profileOf(pragmas: readonly Pragma[]): Profile | undefined {
  const text = pragmas.findLast((pragma) => pragma.profile !== undefined)?.profile;
  return text === 'generic' || text === 'outsystems' || text === 'nuxeo' ? text : undefined;
}

function purposeOf(pragmas: readonly Pragma[]): Purpose | undefined {
  const text = pragmas.findLast((pragma) => pragma.purpose !== undefined)?.purpose;
  return text === 'production' || text === 'non-production' ? text : undefined;
}

/** Undefined when it has been removed meanwhile. */
async function currentDirectory(): Promise<string | undefined> {
  try {
    return await realpath(process.cwd());
  } catch {
    return undefined;
  }
}

/** Includes are followed below the current directory when the file is there, else below its own directory. */
async function contextOf(file: LintFile, lines: readonly string[], judge: Judge): Promise<DocumentContext> {
  const facts = {
    name: basename(file.name),
    byteOrderMark: file.byteOrderMark,
    ...(file.worldReadable === undefined ? {} : { worldReadable: file.worldReadable }),
  };
  const fragment = /[/\\][^/\\]*conf\.d[/\\][^/\\]*$/i.test(resolve(file.name));
  // Standard input, and what a shell passes as /dev/fd/63, lie nowhere.
  const path = file.path === '-' ? undefined : await realpath(file.path).catch(() => undefined);
  if (path === undefined) return { file: facts, includes: new Map(), fragment };
  const directory = dirname(path);
  const here = await currentDirectory();
  const root = here !== undefined && here !== '/' && `${directory}/`.startsWith(`${here}/`) ? here : directory;
  const paths = new DocumentAnalysis({ lines, eol: '\n' }, judge).includePaths;
  const includes = await followIncludes(files.uri(path), paths, wordRulesOf(judge.env), async (uri, argument) => {
    if (judge.env.era < 7 && /[*?[]/.test(argument)) return undefined;
    const from = posix.dirname(decodeURIComponent(new URL(uri).pathname));
    return (await readInclude(files, from, argument, root)).files;
  });
  return { file: facts, includes, fragment };
}
