/**
 * Makes the tables in the plugins' readmes, of options from `optionsSchema` and of messages from the catalogue: `npm run docs:plugins`; with
 * `--check`, fails where they are not up to date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { shippedPlugins } from '../src/config/shipped-plugins.ts';
import { rules, type Rule } from '../src/model/index.ts';

interface OptionSchema {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  default?: unknown;
  description?: string;
  minimum?: number;
  items?: OptionSchema;
  anyOf?: readonly OptionSchema[];
  oneOf?: readonly OptionSchema[];
  properties?: Readonly<Record<string, OptionSchema>>;
  additionalProperties?: boolean | OptionSchema;
}

const folder = fileURLToPath(new URL('../plugins/', import.meta.url));

/** What may stand there, in words. */
function valuesOf(schema: OptionSchema): string {
  const { type, enum: values, anyOf, oneOf, items, properties, additionalProperties } = schema;
  const branches = anyOf ?? oneOf;
  if (branches) return branches.map(valuesOf).join(', ');
  if (values)
    return values.map((value) => `\`${JSON.stringify(value).replaceAll('"', '')}\``).join(', ');
  if (schema.format === 'path') return 'path';
  if (type === 'array') return `list of ${items ? valuesOf(items) : 'values'}`;
  if (properties)
    return `mapping with ${Object.keys(properties)
      .map((key) => `\`${key}\``)
      .join(', ')}`;
  if (type === 'object') {
    const each =
      typeof additionalProperties === 'object' ? ` of ${valuesOf(additionalProperties)}` : '';
    return `mapping${each}`;
  }
  const names: Record<string, string> = {
    boolean: '`true`, `false`',
    string: 'text',
    integer: 'whole number',
  };
  return [type ?? 'any value']
    .flat()
    .map((each) => names[each] ?? each)
    .join(', ');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function optionsTable(schema: OptionSchema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([name, option]) => {
    const value = option.default;
    const shown =
      value === undefined ? '' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
    return `| \`${name}\` | ${cell(option.description ?? '')} | ${cell(valuesOf(option))} | ${cell(shown)} |`;
  });
  return ['| option | what it is | values | default |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function messagesTable(plugin: string): string {
  const own = Object.entries<Rule>(rules).filter(([id]) => id.startsWith(`${plugin}/`));
  const rows = own.map(([id, { severity, summary }]) => {
    const link = `../../docs/rules.md#${id.replace('/', '')}`;
    return `| [\`${id}\`](${link}) | ${severity} | ${cell(summary)} |`;
  });
  return ['| rule | severity | what is wrong |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Puts a text between the marks of its name. */
function between(page: string, name: string, content: string, file: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`Missing ${start} and ${end} in ${file}`);
  return `${page.slice(0, from + start.length)}\n\n${content}\n\n${page.slice(to)}`;
}

for (const [name, load] of Object.entries(shippedPlugins)) {
  const file = `${folder}${name}/readme.md`;
  const { optionsSchema } = (await load()) as { optionsSchema: OptionSchema };
  const page = readFileSync(file, 'utf8');
  const filled = between(
    between(page, 'options', optionsTable(optionsSchema), file),
    'messages',
    messagesTable(name),
    file,
  );
  const made = await format(filled, { ...(await resolveConfig(file)), parser: 'markdown' });
  if (!process.argv.includes('--check')) {
    writeFileSync(file, made);
  } else if (page !== made) {
    console.error(`${file} is not up to date, expected the result of: npm run docs:plugins`);
    process.exitCode = 1;
  }
}
const unknown = readdirSync(folder).filter((name) => !Object.hasOwn(shippedPlugins, name));
if (unknown.length > 0) throw new Error(`Unexpected folders in plugins/: ${unknown.join(', ')}`);
