/** Makes `docs/json.md` from the schema of the article: `npm run docs:json`; with `--check`, fails where it is not up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** What our schemas use of JSON Schema. */
interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  description?: string;
  examples?: unknown[];
  definitions?: Record<string, JsonSchema>;
}

const file = fileURLToPath(new URL('../docs/json.md', import.meta.url));
const schema = JSON.parse(
  readFileSync(new URL('../schemas/article.schema.json', import.meta.url), 'utf8'),
) as JsonSchema;

const head = `# The JSON output

\`NAME.json\` holds all that copydesk knows of an article. This page is made from
[\`schemas/article.schema.json\`](../schemas/article.schema.json), which \`copydesk schema article\` prints; TypeScript has the same as
\`import type { Article } from 'copydesk'\`.

- \`schemaVersion\` names the form. Within a version fields may be added; one that changes its meaning or goes raises it. A reader should pass
  over fields that it does not know.
- All offsets are UTF-16 code units, as JavaScript, Java and C# count them, and ends are exclusive: \`text.slice(start, end)\`. Those in
  \`source\` count in the decoded input, without its byte order mark; all others in \`text\`.
- A field without \`?\` is always there. It is null where nothing is known, if its type says so.
`;

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'mapping',
  boolean: 'true or false',
  array: 'list',
};

/** How a type is called: `text`, or a list of what another section tells of. */
function typeName(value: JsonSchema): string {
  if (value.$ref !== undefined) {
    const name = value.$ref.replace('#/definitions/', '');
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (value.const !== undefined) return code(value.const);
  if (value.enum) return value.enum.map(code).join(', ');
  if (value.anyOf) return value.anyOf.map(typeName).join(' or ');
  if (value.type === 'array' && value.items) return `list of ${typeName(value.items)}`;
  return [value.type ?? 'anything']
    .flat()
    .map((name) => typeNames[name] ?? name)
    .join(' or ');
}

function code(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `\`${text.replaceAll('\n', '⏎')}\``;
}

function fieldTable({ properties = {}, required = [] }: JsonSchema): string {
  const rows = Object.entries(properties).map(([name, value]) => {
    const cells = [
      `${code(name)}${required.includes(name) ? '' : '?'}`,
      typeName(value),
      (value.description ?? '').replace(/\s+/g, ' '),
      (value.examples ?? []).map(code).join(', '),
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return ['| field | type | what it is | example |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function section([name, value]: [string, JsonSchema]): string {
  const body = value.properties ? fieldTable(value) : `One of ${typeName(value)}.`;
  return [`## ${name}`, value.description ?? '', body].join('\n\n');
}

const sections = [['Article', schema], ...Object.entries(schema.definitions ?? {})] as [
  string,
  JsonSchema,
][];
const made = await format([head, ...sections.map(section)].join('\n\n'), {
  ...(await resolveConfig(file)),
  parser: 'markdown',
});

if (!process.argv.includes('--check')) {
  writeFileSync(file, made);
} else if (readFileSync(file, 'utf8') !== made) {
  console.error(
    'docs/json.md is not what the schema says, expected the result of: npm run docs:json',
  );
  process.exitCode = 1;
}
