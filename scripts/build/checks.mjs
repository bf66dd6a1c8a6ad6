import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const told = new Set(['title', 'description', 'default']);
const named = new Set(['properties', 'definitions', 'patternProperties']);
const literal = new Set(['enum', 'const', 'required']);

/**
 * Compiles the schemas of the config, of decisions and of the options of plugins into functions that tell whether a value is valid. The compiler of
 * schemas is then needed only for those of others, and to say what is wrong.
 */
export async function compileChecks(dist) {
  const load = (path) => import(pathToFileURL(join(dist, path)).href);
  const { schemaDigest } = await load('src/config/validate.js');
  const { shippedPlugins } = await load('src/config/shipped-plugins.js');
  const schemas = ['pipeline.config', 'decisions'].map((name) =>
    JSON.parse(readFileSync(join(dist, `schemas/${name}.schema.json`), 'utf8')),
  );
  for (const plugin of Object.values(shippedPlugins)) schemas.push((await plugin()).optionsSchema);

  const ajv = new Ajv({
    allowUnionTypes: true,
    strict: false,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  ajv.addFormat('path', true);
  const names = new Map();
  for (const schema of schemas.filter(Boolean)) {
    const digest = schemaDigest(schema);
    if (names.has(digest)) continue;
    ajv.addSchema(bare(schema), digest);
    names.set(digest, `check${names.size}`);
  }
  const code = standaloneCode(
    ajv,
    Object.fromEntries([...names].map(([digest, name]) => [name, digest])),
  );
  const table = [...names].map(([digest, name]) => `  '${digest}': ${name},`).join('\n');
  await build({
    stdin: {
      contents: `${code}\nexport const compiledChecks = {\n${table}\n};\n`,
      resolveDir: join(dist, '..'),
    },
    outfile: join(dist, 'src/config/compiled-checks.js'),
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
}

/** A schema without what it tells readers, which the functions would carry along. Names of properties stay, whatever they are. */
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema)
    .filter(([key, value]) => !(told.has(key) && typeof value !== 'object') && key !== 'examples')
    .map(([key, value]) => [
      key,
      literal.has(key) ? value : named.has(key) ? each(value) : bare(value),
    ]);
  return Object.fromEntries(entries);
}

const each = (schemas) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]));
