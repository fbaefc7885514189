const blank = /[ \t\r\n\v\f]/;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

/**
 * Splits a line as the server does, independently of the product's own code, which this would otherwise only
 * confirm. Gives nothing for a line with unbalanced quotes.
 */
export function splitWords(line: string): string[] | undefined {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    while (at < line.length && blank.test(line.charAt(at))) at++;
    if (at >= line.length) return words;
    let word = '';
    while (at < line.length && !/[ \t\r\n]/.test(line.charAt(at))) {
      const char = line.charAt(at);
      if (char !== '"' && char !== "'") {
        word += char;
        at++;
        continue;
      }
      const quoted = readQuoted(line, at + 1, char);
      if (quoted === undefined) return undefined;
      word += quoted.word;
      at = quoted.end;
    }
    words.push(word);
  }
}

function readQuoted(line: string, start: number, quote: string): { word: string; end: number } | undefined {
  let word = '';
  for (let at = start; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === quote) return { word, end: at + 1 };
    const next = line.charAt(at + 1);
    const hex = /^\\x([0-9a-f]{2})/i.exec(line.slice(at, at + 4))?.[1];
    if (quote === '"' && hex !== undefined) {
      word += String.fromCharCode(Number.parseInt(hex, 16));
      at += 3;
    } else if (quote === '"' && char === '\\' && next !== '') {
      word += escapes[next] ?? next;
      at++;
    } else if (quote === "'" && char === '\\' && next === "'") {
      word += "'";
      at++;
    } else word += char;
  }
  return undefined;
}
