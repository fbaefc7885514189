import picomatch from 'picomatch';
import { AclAnalysis } from '../../server/src/acl/analyze';
import { analyze, type IncludedFile, type IncludedFiles, Judge } from '../../server/src/conf/analyze';
import { knownVersions } from '../../server/src/conf/catalogue/catalogue';
import type { Finding } from '../../server/src/conf/finding';
import { wordRulesOf } from '../../server/src/conf/judge';
import { parseDocument, splitLine } from '../../server/src/conf/syntax';
import { eraOf, parseTarget, type Target } from '../../server/src/conf/target';

/** A file to be judged by us: the same question that real servers get. */
export interface OurQuestion {
  readonly text: string;
  readonly mode: 'server' | 'sentinel';
  readonly files: Readonly<Record<string, string>>;
}

const judges = new Map<string, Judge>();

/** The target of a name such as `redis@7.0.15`. */
export function targetOf(name: string): Target {
  const target = parseTarget(name, knownVersions[name.startsWith('valkey') ? 'valkey' : 'redis']);
  if (!target) throw new Error(`no target ${name}`);
  return target;
}

function judgeOf(name: string, mode: OurQuestion['mode']): Judge {
  const key = `${name} ${mode}`;
  let judge = judges.get(key);
  if (!judge) {
    judge = new Judge({ kind: mode === 'server' ? 'redis' : 'sentinel', target: targetOf(name) });
    judges.set(key, judge);
  }
  return judge;
}

/** The errors that we see in a file, with its side files in place. */
export function ourErrors(name: string, question: OurQuestion): readonly Finding[] {
  const judge = judgeOf(name, question.mode);
  const includes = includesOf(question, judge, parseDocument(question.text).lines, []);
  const context = { file: { name: 'redis.conf' }, includes, fragment: false };
  return analyze(question.text, judge, context).findings.filter(({ severity }) => severity === 'error');
}

/** The errors that we see in the ACL file that a configuration names; undefined when it names none that is there. */
export function aclFileErrors(name: string, question: OurQuestion): readonly Finding[] | undefined {
  const target = targetOf(name);
  if (eraOf(target) === 5) return undefined;
  const rules = wordRulesOf({ target });
  let path: string | undefined;
  for (const line of parseDocument(question.text).lines) {
    const [word, argument] = splitLine(line, rules).words;
    if (word?.text.toLowerCase() === 'aclfile') path = argument?.text;
  }
  const text = path === undefined ? undefined : question.files[path.replace(/^\.\//, '')];
  if (text === undefined) return undefined;
  const analysis = new AclAnalysis(parseDocument(text), { target, severities: new Map() });
  return analysis.findings.filter(({ severity }) => severity === 'error');
}

/** Side files as `include` finds them from the directory that the server starts in. */
function includesOf(
  question: OurQuestion,
  judge: Judge,
  lines: readonly string[],
  ancestors: readonly string[],
): IncludedFiles {
  const found = new Map<string, readonly IncludedFile[] | undefined>();
  for (const line of lines) {
    const [word, argument] = splitLine(line, wordRulesOf(judge.env)).words;
    // From here on, relative paths mean something else.
    if (word?.text.toLowerCase() === 'dir') break;
    if (word?.text.toLowerCase() !== 'include' || !argument || ancestors.length > 4) continue;
    found.set(argument.text, filesAt(argument.text, question, judge, ancestors));
  }
  return found;
}

function filesAt(
  path: string,
  question: OurQuestion,
  judge: Judge,
  ancestors: readonly string[],
): readonly IncludedFile[] | undefined {
  const names = Object.keys(question.files).sort();
  const isPattern = judge.env.era === 7 && /[*?[]/.test(path);
  const matches = isPattern ? picomatch(path, { nobrace: true, noextglob: true }) : undefined;
  const wanted = path.replace(/^\.\//, '');
  const chosen = names.filter((name) => (matches ? matches(name) : name === wanted));
  const isDirectory = names.some((name) => name.startsWith(`${wanted.replace(/\/$/, '')}/`));
  if (chosen.length === 0) return isPattern || isDirectory ? [] : undefined;
  return chosen.map((name) => {
    if (ancestors.includes(name)) return { uri: `file:///${name}`, lines: [], includes: new Map(), endless: true };
    const { lines } = parseDocument(question.files[name] ?? '');
    return { uri: `file:///${name}`, lines, includes: includesOf(question, judge, lines, [...ancestors, name]) };
  });
}
