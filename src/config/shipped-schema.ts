import { readFileSync } from 'node:fs';
import type { Schema } from 'ajv';

const known = new Map<string, Schema>();

/** A JSON Schema of `schemas/`, read once. */
export function shippedSchema(name: `${string}.schema.json`): Schema {
  const read = known.get(name);
  if (read !== undefined) return read;
  const file = new URL(`../../schemas/${name}`, import.meta.url);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
  known.set(name, schema);
  return schema;
}
