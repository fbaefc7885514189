import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where this machine gets Debian packages from, and the keyring that vouches for them. */
export interface DebianMirror {
  readonly uri: string;
  readonly keyring: string;
}

interface AptSource {
  readonly uri: string;
  readonly suites: readonly string[];
  readonly components: readonly string[];
  readonly signedBy: string | undefined;
}

const defaultKeyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const rollingNames = ['stable', 'oldstable', 'testing', 'unstable', 'sid'];

/** The Debian mirror that this machine's own apt sources name, or why there is none. */
export function debianMirror(etc = '/etc'): DebianMirror | { readonly reason: string } {
  const release = readFields(readText(join(etc, 'os-release')) ?? '', '=');
  const codename = release.get('VERSION_CODENAME');
  const names = codename === undefined ? rollingNames : [codename, ...rollingNames];
  const candidates = aptSources(join(etc, 'apt'))
    .filter((source) => source.components.includes('main') && source.suites.some((suite) => names.includes(suite)))
    .map((source) => ({ source, score: debianScore(source) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = candidates[0]?.source;
  if (best === undefined) return { reason: 'the apt sources of this machine name no Debian mirror' };
  const keyring = best.signedBy ?? defaultKeyring;
  if (readText(keyring) === undefined) return { reason: `the keyring ${keyring} cannot be read` };
  return { uri: best.uri, keyring };
}

/** Third parties publish under the same suite names; Debian's own archive is known by its keyring and its path. */
function debianScore(source: AptSource): number {
  const keyring = source.signedBy?.includes('debian-archive') === true ? 2 : 0;
  return keyring + (/\/debian\/?$/.test(source.uri) ? 1 : 0);
}

function aptSources(apt: string): AptSource[] {
  const parts = join(apt, 'sources.list.d');
  const files = [join(apt, 'sources.list'), ...listDirectory(parts).map((name) => join(parts, name))];
  return files.flatMap((file) => {
    const text = readText(file) ?? '';
    if (file.endsWith('.sources')) return deb822Sources(text);
    return file.endsWith('.list') ? oneLineSources(text) : [];
  });
}

function oneLineSources(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
    if (match === null) return [];
    const [, options = '', uri = '', suite = '', components = ''] = match;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1];
    return [{ uri, suites: [suite], components: words(components), signedBy }];
  });
}

function deb822Sources(text: string): AptSource[] {
  const uncommented = text.replaceAll(/^#.*\n?/gm, '');
  return uncommented.split(/\n\s*\n/).flatMap((stanza) => {
    const fields = readFields(stanza, ':');
    if (!words(fields.get('TYPES') ?? '').includes('deb') || /^no$/i.test(fields.get('ENABLED') ?? '')) return [];
    const signedBy = fields.get('SIGNED-BY');
    return words(fields.get('URIS') ?? '').map((uri) => ({
      uri,
      suites: words(fields.get('SUITES') ?? ''),
      components: words(fields.get('COMPONENTS') ?? ''),
      signedBy: signedBy?.startsWith('/') === true ? signedBy : undefined,
    }));
  });
}

function readFields(text: string, separator: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const at = line.indexOf(separator);
    if (at <= 0 || /^\s/.test(line)) continue;
    const value = line.slice(at + 1).trim();
    fields.set(line.slice(0, at).trim().toUpperCase(), value.replace(/^"(.*)"$/, '$1'));
  }
  return fields;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function listDirectory(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES');
}
