/**
 * Comments that speak to this tool: `# redis-environments: target=redis@7.0 profile=outsystems ignore=rule-a,rule-b`.
 * `target`, `profile`, `purpose` and `ignore-file` hold for the file, `ignore` for the next line that is no comment.
 */
export interface Pragma {
  readonly target?: string;
  readonly profile?: string;
  readonly purpose?: string;
  readonly ignore?: readonly string[];
  readonly ignoreFile?: readonly string[];
}

const PRAGMA = /^\s*#\s*redis-environments:\s*(.*)$/;

/** Reads a comment line; undefined when it is none of ours. Words that are not understood are left out. */
export function readPragma(text: string): Pragma | undefined {
  const match = PRAGMA.exec(text);
  if (!match) return undefined;
  const pragma: { -readonly [K in keyof Pragma]: Pragma[K] } = {};
  for (const word of (match[1] ?? '').trim().split(/\s+/)) {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const value = equals < 0 ? '' : word.slice(equals + 1);
    switch (name) {
      case 'target':
        pragma.target = value;
        break;
      case 'profile':
        pragma.profile = value;
        break;
      case 'purpose':
        pragma.purpose = value;
        break;
      case 'ignore':
        pragma.ignore = list(value);
        break;
      case 'ignore-file':
        pragma.ignoreFile = list(value);
        break;
      default:
        break;
    }
  }
  return pragma;
}

function list(value: string): readonly string[] {
  return value.split(',').filter((id) => id !== '');
}
