const LONGEST_SHOWN = 60;

/** A text of the file in a message: in double quotes, shortened, with its control characters visible. */
export function shown(text: string): string {
  const start = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
  return `"${start.replace(/[\u0000-\u001f\u007f]/g, visible)}"`;
}

function visible(control: string): string {
  return `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** The server's words for a line that it refuses when it reads it. */
export function stopsHere(reason: string): string {
  return `The server stops here: ${sentence(reason)}`;
}

/** The server's words for a start that ends after the whole file was read. */
export function stops(reason: string): string {
  return `The server stops: ${sentence(reason)}`;
}

function sentence(reason: string): string {
  return /[.!]$/.test(reason) ? reason : `${reason}.`;
}

/** `"a", "b" or "c"` */
export function anyOf(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
