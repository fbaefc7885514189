import { describeAvailability } from './catalogue/availability';
import {
  type Directive,
  type DirectiveEntry,
  type DirectiveFacts,
  type FactNumber,
  findAnywhere,
} from './catalogue/catalogue';
import { docOf } from './catalogue/docs';
import type { DirectiveDoc } from './catalogue/docs/types';
import { code, paragraphs, points } from './markdown';
import { isTimeUnit } from './meaning';
import type { RuleEnvironment } from './rule';
import { targetLabel } from './target';
import { groupDigits, humanBytes } from './values';

/** Numbers from here on are no bound that a person would meet. */
const UNBOUNDED = 2_147_483_647n;

/**
 * All that we say of a directive, as Markdown: what it does, its facts for the target, when to change it and what goes
 * wrong. Undefined for a name that no version knows. `name` is the spelling at hand.
 */
export function describeDirective(name: string, env: RuleEnvironment): string | undefined {
  const directive = env.catalogue.find(name);
  const entry = directive?.entry ?? findAnywhere(name);
  if (!entry) return undefined;
  const doc = docOf(entry.name);
  return paragraphs(
    heading(name, doc),
    directive ? undefined : absence(name, entry, env),
    doc?.does,
    directive
      ? points(
          ...factLines(directive, env),
          `Known by: ${describeAvailability(name, entry)}`,
          ...remarks(name, directive),
        )
      : undefined,
    doc && `**When to change:** ${doc.change}`,
    doc && `**Risk:** ${doc.risk}`,
    doc && `[Documentation](${doc.link})`,
  );
}

/** Name and argument shape, as the first line of a hover. */
export function heading(name: string, doc: DirectiveDoc | undefined): string {
  return doc ? `**${code(name)}** ${code(doc.usage)}` : `**${code(name)}**`;
}

function absence(name: string, entry: DirectiveEntry, env: RuleEnvironment): string {
  const where = describeAvailability(name, entry);
  const target = targetLabel(env.target);
  return env.catalogue.uncertain(name)
    ? `Known by ${where}. Whether ${target} knows it was not checked.`
    : `${target} does not know it; ${where} does.`;
}

function factLines(directive: Directive, env: RuleEnvironment): (string | undefined)[] {
  const { facts, entry } = directive;
  return [
    `Type: ${typeText(facts, entry.unit)}`,
    rangeLine(facts),
    defaultLine(directive, env),
    facts.runtimeSettable === undefined || facts.notInConfigGet
      ? undefined
      : facts.runtimeSettable
        ? 'Can be set at run time with `CONFIG SET`'
        : 'A change needs a restart',
  ];
}

function typeText(facts: DirectiveFacts, unit: string | undefined): string {
  const words = (facts.values ?? []).map((value) => `\`${value}\``);
  const inUnit = unit && !unit.startsWith('TCP') ? `, in ${unit}` : '';
  switch (facts.type) {
    case 'bool':
      return '`yes` or `no`';
    case 'int':
      if (unit === 'TCP port') return 'port number';
      // Some units of the catalogue are whole explanations.
      return unit?.includes(':') || unit?.includes(';') ? `whole number; ${unit}` : `whole number${inUnit}`;
    case 'memory':
      return 'memory size in bytes, or with a unit `k` `m` `g` (1000) or `kb` `mb` `gb` (1024)';
    case 'percent-or-memory':
      return 'memory size, or a percentage of `maxmemory` such as `5%`';
    case 'octal':
      return 'file mode, an octal number such as `700`';
    case 'enum':
      return facts.bitflags ? `one or more of ${words.join(', ')}` : `one of ${words.join(', ')}`;
    case 'string':
      return 'text';
    case 'special':
      return facts.multiArg ? 'list of words' : 'words with a grammar of their own';
    case 'ignored':
      return 'anything; the line has no effect';
  }
}

function rangeLine(facts: DirectiveFacts): string | undefined {
  if (facts.clamped)
    return `Range: ${facts.clamped.map(groupDigits).join(' to ')}; values beyond are moved to its ends`;
  if (facts.type === 'octal') return 'Range: `000` to `777`';
  if (facts.type !== 'int' && facts.type !== 'memory') return undefined;
  const { min, max } = facts;
  const upper = max === undefined || BigInt(max) >= UNBOUNDED ? undefined : groupDigits(BigInt(max));
  const lower = min === undefined || BigInt(min) <= -UNBOUNDED ? undefined : groupDigits(BigInt(min));
  if (lower === undefined) return upper === undefined ? undefined : `Range: up to ${upper}`;
  return upper === undefined ? `Range: ${lower} and more` : `Range: ${lower} to ${upper}`;
}

/** The default as the file would state it; the empty text when there is none. */
export function defaultText(facts: DirectiveFacts): string {
  if (facts.default === undefined) return '';
  if (typeof facts.default === 'boolean') return facts.default ? 'yes' : 'no';
  return String(facts.default);
}

function defaultLine(directive: Directive, env: RuleEnvironment): string | undefined {
  const { entry, facts } = directive;
  const history = (entry[env.target.product] ?? []).filter((other) => !other.testBuildOnly);
  const at = history.indexOf(facts);
  const now = defaultText(facts);
  let since = at;
  while (since > 0 && sameDefault(history[since - 1], now)) since--;
  const before = since > 0 ? history[since - 1] : undefined;
  const after = at < 0 ? undefined : history.slice(at).find((later) => !sameDefault(later, now));
  if (now === '' && !before && !after && facts.default === undefined) return undefined;
  return [
    `Default in ${targetLabel(env.target)}: ${shown(facts)}`,
    before && `before ${history[since]?.from}: ${shown(before)}`,
    after && `from ${after.from} on: ${shown(after)}`,
  ]
    .filter((part) => part !== undefined)
    .join('; ');
}

function sameDefault(facts: DirectiveFacts | undefined, text: string): boolean {
  return facts !== undefined && defaultText(facts) === text;
}

function shown(facts: DirectiveFacts): string {
  const text = defaultText(facts);
  if (text === '') return 'nothing';
  if (facts.type !== 'memory' && facts.type !== 'percent-or-memory') return code(text);
  return sizeOf(facts.default) ? `${code(text)} (${sizeOf(facts.default)})` : code(text);
}

function sizeOf(value: FactNumber | boolean | undefined): string | undefined {
  if (value === undefined || typeof value === 'boolean' || !/^\d{4,}$/.test(String(value))) return undefined;
  return humanBytes(BigInt(value));
}

function remarks(name: string, { facts, entry, spellings }: Directive): (string | undefined)[] {
  const lower = name.toLowerCase();
  const others = spellings.filter((spelling) => spelling !== lower && spelling !== facts.name);
  return [
    lower === facts.name ? undefined : `Another spelling of \`${facts.name}\`, the name that this version uses itself`,
    others.length > 0 ? `Also spelled ${others.map((spelling) => `\`${spelling}\``).join(', ')}` : undefined,
    facts.ignored || facts.type === 'ignored' ? 'This version accepts the line and does nothing with it' : undefined,
    facts.hidden ? 'Hidden: `CONFIG GET *` does not list it, and it may vanish with any version' : undefined,
    facts.protected ? 'Protected: `CONFIG SET` refuses it unless `enable-protected-configs` allows it' : undefined,
    facts.denyLoading ? '`CONFIG SET` refuses it while data is being loaded' : undefined,
    entry.repeat === 'add' ? 'Every line counts, not only the last one' : undefined,
    entry.repeat === 'class' ? 'A later line replaces only the limits of its own classes' : undefined,
    facts.lenientParse && isTimeUnit(entry.unit) ? 'This version reads the digits only: `10s` is 10' : undefined,
  ];
}
