import type { DocumentLink } from './conf/links';

/**
 * Where a link of a document leads: an address as it is, a path as a URI of the same file system. Undefined when that
 * cannot be said, and for paths that would leave the machine.
 */
export function linkTarget(link: DocumentLink, documentUri: string): string | undefined {
  if (link.target.kind === 'url') return link.target.url;
  const { path } = link.target;
  if (/^(?:\\\\|\/\/|[a-z][a-z0-9+.-]+:\/\/)/i.test(path) || path.includes('\0')) return undefined;
  const base = /^([a-z][a-z0-9+.-]*:)(\/\/[^/]*)?(\/.*)?$/i.exec(documentUri);
  if (!base || base[1] === 'untitled:') return undefined;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const directory = (base[3] ?? '/').slice(0, (base[3] ?? '/').lastIndexOf('/') + 1);
  const whole = path.startsWith('/') ? encoded : `${directory}${encoded}`;
  return `${base[1] ?? ''}${base[2] ?? ''}${withoutDots(whole)}`;
}

function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
