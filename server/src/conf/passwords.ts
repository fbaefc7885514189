import type { Span } from './finding';
import type { DirectiveLine } from './rule';
import { readSentinelLine } from './sentinelLine';
import type { Settings } from './settings';
import type { Word } from './syntax';
import { byteLength } from './values';

const SHORTEST = 16;
const LONGEST_LOOKED_AT = 512;

/** What examples and procedures print where a password belongs. */
const PLACEHOLDER_WORDS = new Set([
  'foobared',
  'foobar',
  'changeme',
  'changeit',
  'changethis',
  'replaceme',
  'replacethis',
  'accesskey',
  'strongpassword',
  'averystrongpassword',
  'verystrongpassword',
  'securepassword',
  'yourpassword',
  'yourstrongpassword',
  'yoursecurepassword',
  'yourpasswordhere',
  'yourredispassword',
  'mypassword',
  'mystrongpassword',
  'mysecretpassword',
  'passwordhere',
  'masterpassword',
  'examplepassword',
  'placeholder',
  'todo',
  'tbd',
]);

/** `[NAME]`, `<name>`, `${NAME}`, `$NAME`, `%NAME%`, `@NAME@`, `__NAME__`, `xxxxx`, `*****`. */
const PLACEHOLDER_SHAPE =
  /^(?:\[[^\]]+\]|<[^>]+>|\$?\{+[^}]+\}+|\$[A-Za-z_]\w*|\$\([^)]+\)|%[A-Za-z_]\w*%|@[A-Za-z_]\w*@|__\w+__|[xX]{3,}|\*{3,}|\.{3,}|-{3,})$/;

const COMMON =
  /^(?:password|passwort|passwd|pass|secret|admin|administrator|root|redis|valkey|default|master|primary|replica|test|testing|welcome|letmein|qwertz|qwerty|qwertyuiop|azerty|asdf|asdfghjkl|login|user|guest|outsystems|nuxeo|session|sessions|cache|server|prod|production|dev|develop|demo|local|company|hello|dragon|monkey|football|iloveyou|sunshine|princess|changeme|foobared|accesskey|super|the|my|is|for|one|abc|summer|winter|spring|autumn)+$/;

/** Keys in the order in which a finger walks over them. */
const KEYBOARD = [
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * What is wrong with a password, the gravest first: a placeholder that was left in place, one that a list of usual
 * passwords finds, or one of less than 16 bytes. Undefined when it is good enough. An empty text is no password.
 */
export function weakPassword(text: string): 'short' | 'placeholder' | 'guessable' | undefined {
  if (text === '') return undefined;
  const looked = text.slice(0, LONGEST_LOOKED_AT);
  if (PLACEHOLDER_SHAPE.test(looked) || PLACEHOLDER_WORDS.has(looked.toLowerCase().replace(/[^a-z0-9]/g, ''))) {
    return 'placeholder';
  }
  if (isGuessable(looked)) return 'guessable';
  return byteLength(looked) < SHORTEST ? 'short' : undefined;
}

function isGuessable(text: string): boolean {
  const lower = text.toLowerCase();
  if (new Set(lower).size <= 4) return true;
  if (/^(.{1,32}?)\1+$/.test(lower)) return true;
  if (lower.length >= 8 && KEYBOARD.some((row) => row.includes(lower))) return true;
  if (stepsOf(lower) * 3 >= (lower.length - 1) * 2) return true;
  const core = lower.replace(/^[^a-z@$]+|[^a-z]+$/g, '');
  const letters = [...core].map((char) => LEET[char] ?? char).join('');
  return COMMON.test(letters.replace(/[^a-z]/g, '')) && letters.replace(/[a-z]/g, '').length * 2 < letters.length;
}

/** How many characters follow their neighbour in the alphabet, up, down or the same: `123456` has five. */
function stepsOf(text: string): number {
  let steps = 0;
  for (let at = 1; at < text.length; at++) {
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) <= 1) steps++;
  }
  return steps;
}

/** Is the text a variable that some tool fills in, as `${NAME}` or `{{ name }}`? The server replaces nothing. */
export function isVariable(text: string): boolean {
  return PLACEHOLDER_SHAPE.test(text) && /^[$%@{_]/.test(text);
}

/** A password in a line: its text, and the columns to underline. */
export interface Password {
  readonly text: string;
  readonly span: Span;
}

/** The clear-text passwords that a line gives to the default user or to the primary. */
export function passwordsIn({ directive, args }: Pick<DirectiveLine, 'directive' | 'args'>): readonly Password[] {
  switch (directive.key) {
    case 'requirepass':
    case 'masterauth':
      return args.slice(0, 1).map((word) => ({ text: word.text, span: word }));
    case 'user':
      return args[0]?.text === 'default' ? clearPasswords(args) : [];
    default:
      return [];
  }
}

function clearPasswords(args: readonly Word[]): readonly Password[] {
  return args
    .slice(1)
    .filter((word) => word.text.startsWith('>'))
    .map((word) => ({ text: word.text.slice(1), span: word.quoted ? word : { start: word.start + 1, end: word.end } }));
}

const SECRET_KEYS = ['requirepass', 'masterauth', 'tls-key-file-pass', 'tls-client-key-file-pass'] as const;

/** The first line of the document itself that holds a secret in clear text; placeholders are none. */
export function firstSecret(settings: Settings): { readonly line: number; readonly name: string } | undefined {
  let first: { line: number; name: string } | undefined;
  const consider = (line: number, name: string, secret: string | undefined): boolean => {
    if (secret === undefined || secret === '' || weakPassword(secret) === 'placeholder') return false;
    if (!first || line < first.line) first = { line, name };
    return true;
  };
  for (const key of SECRET_KEYS) {
    const last = settings.last(key);
    if (last && !last.included) consider(last.line, last.content.words[0]?.text ?? key, last.args[0]?.text);
  }
  for (const user of settings.all('user')) {
    if (user.included) continue;
    if (consider(user.line, 'user', clearPasswords(user.args)[0]?.text)) break;
  }
  for (const { included, line, content, args } of settings.all('sentinel')) {
    const key = readSentinelLine(content)?.key;
    if (included || (key !== 'auth-pass' && key !== 'sentinel-pass')) continue;
    if (consider(line, `sentinel ${key}`, args.at(-1)?.text)) break;
  }
  return first;
}
