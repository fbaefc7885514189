import type { LanguageId } from './protocol';

const SUFFIX =
  /\.(?:j2|jinja2?|erb|epp|tpl|tmpl|gotmpl|template|mustache|example|default|sample|dist|orig|old|bak[^/]*|rfbak[^/]*|rpmnew|rpmsave|dpkg-[^/]*|ucf-[^/]*|\d[^/]*)$/i;
const TEMPLATE = /\.(?:j2|jinja2?|erb|epp|tpl|tmpl|gotmpl|template|mustache)$/i;

/** Is a file of this name filled in by a template engine before a server reads it? */
export function isTemplateName(path: string): boolean {
  return TEMPLATE.test(path);
}

/**
 * The language of a file by its path, the same that the editor would choose; undefined for files that are none of
 * ours, and for `nodes.conf`, which the server writes.
 */
export function languageOfPath(path: string): LanguageId | undefined {
  const whole = path.replaceAll('\\', '/').toLowerCase();
  const name = (whole.split('/').at(-1) ?? '').replace(SUFFIX, '');
  const inOurs = /(?:^|\/)(?:redis|valkey)(?:-sentinel|\.conf\.d|\.d)?\//.test(whole);
  if (name.endsWith('.acl'))
    return name === 'users.acl' || inOurs || /redis|valkey/.test(name) ? 'redis-acl' : undefined;
  if (!name.endsWith('.conf') || /^nodes(?:[-_.]|\.conf)/.test(name)) return undefined;
  const ours = /^(?:redis|valkey)|[-_.](?:redis|valkey)\.conf$/.test(name);
  if (/^sentinel(?:[-_.\d]|\.conf)/.test(name) || (/sentinel/.test(name) && (ours || inOurs)))
    return 'redis-sentinel-conf';
  return ours || inOurs ? 'redis-conf' : undefined;
}
