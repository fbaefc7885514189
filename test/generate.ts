/**
 * Writes what is derived from code: the tables in README.md and the rules setting in package.json.
 * `node out/test/generate.js` writes, with `--check` it only says what is not current and ends with status 1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { rules as aclRules } from '../server/src/acl/rules';
import { rules as confRules } from '../server/src/conf/rules';

const ROOT = join(__dirname, '../..');

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category: string }[];
    configuration: { title: string; properties: Record<string, Setting> }[];
  };
}
interface Setting {
  default?: unknown;
  markdownDescription?: string;
  properties?: Record<string, unknown>;
}

const RULES_SETTING = 'redisEnvironments.rules';
const RULES = [...confRules, ...aclRules.map((rule) => ({ ...rule, group: 'acl' }))];

function rulesSetting(): Record<string, unknown> {
  const sorted = [...RULES].sort((a, b) => a.id.localeCompare(b.id));
  return Object.fromEntries(
    sorted.map((rule) => [
      rule.id,
      {
        type: 'string',
        enum: rule.severity === 'error' ? ['error', 'off'] : ['off', 'hint', 'information', 'warning'],
        default: rule.severity,
        description: `${rule.title}.`,
      },
    ]),
  );
}

function rulesTable(): string {
  const groups = new Map<string, typeof RULES>();
  for (const rule of RULES) groups.set(rule.group, [...(groups.get(rule.group) ?? []), rule]);
  const rows = [...groups].flatMap(([group, members]) =>
    members.map((rule) => {
      const folder = rule.group === 'acl' ? 'acl' : 'conf';
      return `| ${group} | [${rule.id}](server/src/${folder}/rules/${rule.id}.md) | ${rule.severity} | ${rule.title} |`;
    }),
  );
  return ['| group | rule | severity | finds |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function settingsTable(manifest: Manifest): string {
  const rows = manifest.contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties).map(([id, setting]) => {
      const description = (setting.markdownDescription ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ');
      return `| \`${id}\` | \`${JSON.stringify(setting.default)}\` | ${description} |`;
    }),
  );
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

function commandsTable(manifest: Manifest): string {
  const rows = manifest.contributes.commands.map(
    ({ command, title, category }) => `| ${category}: ${title} | \`${command}\` |`,
  );
  return ['| command | id |', '| --- | --- |', ...rows].join('\n');
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function fill(text: string, name: string, content: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`README.md has no place for the table "${name}"`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}\n\n${content}\n\n${end}`);
}

async function main(): Promise<number> {
  const manifestPath = join(ROOT, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
  for (const { properties } of manifest.contributes.configuration) {
    const setting = properties[RULES_SETTING];
    if (setting) setting.properties = rulesSetting();
  }
  const readmePath = join(ROOT, 'README.md');
  let readme = readFileSync(readmePath, 'utf8');
  readme = fill(readme, 'settings', settingsTable(manifest));
  readme = fill(readme, 'commands', commandsTable(manifest));
  readme = fill(readme, 'rules', rulesTable());

  const wanted = new Map([
    [manifestPath, JSON.stringify(manifest)],
    [readmePath, readme],
  ]);
  let stale = 0;
  for (const [path, content] of wanted) {
    const options = await resolveConfig(path);
    const text = await format(content, { ...options, filepath: path });
    if (readFileSync(path, 'utf8') === text) continue;
    stale++;
    if (process.argv.includes('--check')) process.stderr.write(`${path} is not current: run npm run generate.\n`);
    else writeFileSync(path, text);
  }
  return process.argv.includes('--check') && stale > 0 ? 1 : 0;
}

void main().then((status) => {
  process.exitCode = status;
});
