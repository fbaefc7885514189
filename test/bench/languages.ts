import { type BenchLanguage, type Setting, settings } from './documents';

const JSON_TYPES = { number: 'integer', truth: 'boolean', text: 'string' } as const;
const INSTRUCTIONS = { number: 'EXPOSE', truth: 'LABEL', text: 'ENV' } as const;
const NONE = { before: [], after: [] } as const;

/** Ours: `name value`. */
export const redisConf: BenchLanguage = {
  languageId: 'redis-conf',
  uri: 'file:///bench/redis.conf',
  line: (setting) => {
    const { name, value } = written(setting);
    const text = `${name} ${value}`;
    return { text, name: 0, valueEnd: text.length };
  },
  cycle: NONE,
  whole: NONE,
};

/** JSON with a schema: a list of objects that each hold the settings once. */
export const json: BenchLanguage = {
  languageId: 'json',
  uri: 'file:///bench/settings.json',
  line: ({ name, kind, value, fault }) => {
    const right =
      kind === 'text' ? (value === '""' ? value : `"${value}"`) : kind === 'truth' ? `${value === 'yes'}` : value;
    const text = `  "${fault === 'name' ? misspelled(name) : name}": ${fault === 'value' ? '"yes"' : right}`;
    return { text: `${text},`, name: 3, valueEnd: text.length };
  },
  // The last member makes every line of a setting end in a comma.
  cycle: { before: [' {'], after: ['  "last": true', ' },'] },
  whole: { before: ['['], after: [' {}', ']'] },
};

/** A schema of the JSON documents: the same names and types that the settings have. */
export const jsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([
      ['last', { type: 'boolean' }],
      ...settings.map(({ name, kind }) => [name, { type: JSON_TYPES[kind], description: `About ${name}.` }] as const),
    ]),
  },
};

/** A Dockerfile: a setting is an instruction of the kind whose argument is checked alike. */
export const dockerfile: BenchLanguage = {
  languageId: 'dockerfile',
  uri: 'file:///bench/Dockerfile',
  line: ({ name, kind, value, fault }) => {
    const instruction = INSTRUCTIONS[kind];
    const word = fault === 'name' ? misspelled(instruction) : instruction;
    const right = kind === 'number' ? `${name.length * 7}` : `${name}=${value}`;
    const text = `${word} ${fault === 'value' ? 'none' : right}`;
    return { text, name: 0, valueEnd: text.length };
  },
  cycle: NONE,
  whole: { before: ['FROM scratch'], after: [] },
};

function written({ name, kind, value, fault }: Setting): { name: string; value: string } {
  const wrong = kind === 'truth' ? 'true' : `${value}.5x`;
  return { name: fault === 'name' ? misspelled(name) : name, value: fault === 'value' ? wrong : value };
}

/** Two letters in the wrong order: what people type. */
function misspelled(name: string): string {
  const at = [...name].findIndex((letter, index) => index > 0 && index + 1 < name.length && letter !== name[index + 1]);
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
}
