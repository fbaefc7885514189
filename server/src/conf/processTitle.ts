const VARIABLES: Readonly<Record<string, string>> = {
  title: '',
  'listen-addr': 'x',
  'server-mode': '',
  port: 'x',
  'tls-port': 'x',
  'config-file': 'x',
  unixsocket: '',
};

/**
 * What is wrong with a template of the process title, as a part of a sentence; undefined when servers take it. They
 * expand it once with an empty title, mode and socket, and refuse unknown variables and a blank result.
 */
export function processTitleFault(text: string): string | undefined {
  let filled = '';
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char !== '{' || text.charAt(at + 1) === '{') {
      filled += char;
      at += char === '{' ? 2 : 1;
      continue;
    }
    const end = text.indexOf('}', at);
    if (end < 0) return 'a "{" has no "}"; for a brace write "{{"';
    const variable = text.slice(at + 1, end);
    const value = Object.hasOwn(VARIABLES, variable) ? VARIABLES[variable] : undefined;
    if (value === undefined) return `the variables are ${Object.keys(VARIABLES).join(', ')}`;
    filled += value;
    at = end + 1;
  }
  return filled.trim() === ''
    ? 'nothing is left of it when title, mode and socket are empty, as they may be'
    : undefined;
}
