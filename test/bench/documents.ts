import { analyze, Judge } from '../../server/src/conf/analyze';
import { catalogueOf, type Directive, knownVersions } from '../../server/src/conf/catalogue/catalogue';
import { parseTarget, type Target } from '../../server/src/conf/target';

/** A place in a document, as the protocol counts. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A document to measure with. */
export interface BenchDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** Lines that a server must report. */
  readonly faultLines: readonly number[];
  /** Ends of numbers around the middle, on lines without a fault: where keys are typed. */
  readonly typingPlaces: readonly Place[];
  /** Places inside names, for hover and completion. */
  readonly names: readonly Place[];
}

/** How a language writes settings. */
export interface BenchLanguage {
  readonly languageId: string;
  readonly uri: string;
  /** The line of a setting, with the columns of its name and of the end of its value. */
  readonly line: (setting: Setting) => { readonly text: string; readonly name: number; readonly valueEnd: number };
  /** Lines around each cycle of settings, and around the whole document. */
  readonly cycle: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly whole: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** One setting: a real directive with its default. */
export interface Setting {
  readonly name: string;
  readonly kind: 'number' | 'truth' | 'text';
  readonly value: string;
  /** What is wrong with it, when it is one of the faults. */
  readonly fault?: 'name' | 'value';
}

const NAMES = 115;
const CYCLES = 20;
/** Half of them unknown names, half of them bad values. */
const FAULTS = 20;

/** The server that the documents are written for. */
export const BENCH_TARGET: Target = requireTarget('redis@7.0.15');

/** The first 115 directives of the target, by name, whose default a file may state. */
export const settings: readonly Setting[] = readSettings();

/** 2,300 settings for each copy, all valid. */
export function valid(language: BenchLanguage, copies = 1): BenchDocument {
  return write(language, CYCLES * copies, 0);
}

/** 2,300 settings for each copy, with 20 faults in all. */
export function faulty(language: BenchLanguage, copies = 1): BenchDocument {
  return write(language, CYCLES * copies, FAULTS);
}

function write(language: BenchLanguage, cycles: number, faults: number): BenchDocument {
  const all: Setting[] = Array.from({ length: cycles * settings.length }, (_, at) => settingAt(at));
  for (let fault = 0; fault < faults; fault++) {
    // One in each twentieth of the document, each at another directive.
    let at = Math.floor((all.length / faults) * fault) + ((fault * 31) % 80);
    const kind = fault % 2 === 0 ? 'name' : 'value';
    while (kind === 'value' && settingAt(at).kind === 'text') at++;
    all[at] = { ...settingAt(at), fault: kind };
  }
  const lines = [...language.whole.before];
  const faultLines: number[] = [];
  const typingPlaces: Place[] = [];
  const names: Place[] = [];
  const middle = Math.floor(all.length / 2);
  for (const [at, setting] of all.entries()) {
    if (at % settings.length === 0) lines.push(...language.cycle.before);
    const { text, name, valueEnd } = language.line(setting);
    const line = lines.push(text) - 1;
    if (setting.fault) faultLines.push(line);
    else if (at >= middle && at < middle + 2 * settings.length) {
      names.push({ line, character: name + 3 });
      if (setting.kind === 'number') typingPlaces.push({ line, character: valueEnd });
    }
    const isLastOfCycle = (at + 1) % settings.length === 0;
    if (isLastOfCycle) lines.push(...language.cycle.after);
  }
  lines.push(...language.whole.after);
  const { uri, languageId } = language;
  return { uri, languageId, text: `${lines.join('\n')}\n`, faultLines, typingPlaces, names };
}

function settingAt(at: number): Setting {
  const setting = settings[at % settings.length];
  if (!setting) throw new Error('there are no settings to write documents with');
  return setting;
}

function readSettings(): readonly Setting[] {
  const judge = new Judge({ kind: 'redis', target: BENCH_TARGET });
  const found: Setting[] = [];
  for (const directive of catalogueOf(BENCH_TARGET).directives) {
    const setting = settingOf(directive);
    if (!setting || setting.name.length < 4) continue;
    const { findings } = analyze(`${setting.name} ${setting.value}\n`, judge);
    if (findings.every(({ severity }) => severity !== 'error')) found.push(setting);
    if (found.length === NAMES) return found;
  }
  throw new Error(`only ${found.length} directives with a default that a file may state`);
}

function settingOf({ facts }: Directive): Setting | undefined {
  const { name, type, default: value } = facts;
  if (value === undefined || facts.hidden || facts.debug || facts.ignored) return undefined;
  const text = value === '' ? '""' : `${value}`;
  if (type === 'bool') return { name, kind: 'truth', value: text };
  if (type === 'int' || type === 'memory') return { name, kind: 'number', value: text };
  return type === 'string' || type === 'enum' ? { name, kind: 'text', value: text } : undefined;
}

function requireTarget(text: string): Target {
  const target = parseTarget(text, knownVersions.redis);
  if (!target) throw new Error(`${text} is no target`);
  return target;
}
