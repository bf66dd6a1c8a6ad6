/** Makes the JSON Schemas from the types: `npm run schemas`; with `--check`, fails where they are not up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { shippedPlugins } from '../src/config/shipped-plugins.ts';
import { createGenerator, type Config } from 'ts-json-schema-generator';

const schemas = [
  {
    file: 'schemas/article.schema.json',
    path: 'src/model/article.ts',
    type: 'Article',
    title: 'copydesk article',
  },
  {
    file: 'schemas/pipeline.config.schema.json',
    path: 'src/config/types.ts',
    type: 'PipelineConfig',
    title: 'copydesk pipeline.config.yaml',
  },
  {
    file: 'schemas/decisions.schema.json',
    path: 'src/model/decisions.ts',
    type: 'DecisionsFile',
    title: 'copydesk decisions on an article',
  },
] as const;

const root = fileURLToPath(new URL('..', import.meta.url));

async function schemaOf({ path, type, title }: (typeof schemas)[number]): Promise<string> {
  const config: Config = {
    path: `${root}${path}`,
    tsconfig: `${root}tsconfig.json`,
    type,
    skipTypeCheck: true,
    topRef: false,
    sortProps: false,
  };
  const schema = { title, ...createGenerator(config).createSchema(type) };
  if (type === 'PipelineConfig') await describePlugins(schema.definitions ?? {});
  const options = await resolveConfig(`${root}${path}`);
  return format(JSON.stringify(schema), { ...options, parser: 'json' });
}

/** Names and options of the plugins that copydesk ships, so that editors complete and check them. */
async function describePlugins(definitions: Record<string, unknown>): Promise<void> {
  const entry = definitions['PluginEntry'] as { anyOf: Record<string, unknown>[] };
  const properties: Record<string, unknown> = {};
  for (const [name, load] of Object.entries(shippedPlugins)) {
    const { optionsSchema } = await load();
    properties[name] = { anyOf: [optionsSchema, { type: ['boolean', 'null'] }] };
  }
  const mapping = entry.anyOf.find((branch) => branch['type'] === 'object');
  if (!mapping) throw new Error('Unexpected PluginEntry without a mapping');
  mapping['properties'] = properties;
  entry.anyOf.unshift({ enum: Object.keys(shippedPlugins) });
}

const check = process.argv.includes('--check');
for (const entry of schemas) {
  const made = await schemaOf(entry);
  const file = `${root}${entry.file}`;
  if (!check) {
    writeFileSync(file, made);
  } else if (readFileSync(file, 'utf8') !== made) {
    console.error(
      `${entry.file} is not what the types say, expected the result of: npm run schemas`,
    );
    process.exitCode = 1;
  }
}
