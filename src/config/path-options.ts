import { resolve } from 'node:path';
import type { Schema } from 'ajv';

interface PathSchema {
  format?: string;
  pattern?: string;
  items?: PathSchema;
  properties?: Record<string, PathSchema>;
  anyOf?: PathSchema[];
  oneOf?: PathSchema[];
}

/**
 * A plugin's options with the paths in them made absolute: paths in a config start from its folder, and a plugin doesn't know where
 * that is. What is a path, the plugin's schema says: `format: path`.
 */
export function withAbsolutePaths(options: unknown, schema: Schema, root: string): unknown {
  return absolute(options, schema as PathSchema, root);
}

function absolute(value: unknown, schema: PathSchema, root: string): unknown {
  if (typeof value === 'string') return isPath(schema, value) ? resolve(root, value) : value;
  const branches = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (Array.isArray(value)) {
    const items = branches.find((branch) => branch.items)?.items;
    return items ? value.map((item) => absolute(item, items, root)) : value;
  }
  const properties = branches.find((branch) => branch.properties)?.properties;
  if (!properties || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const known = properties[key];
      return [key, known ? absolute(item, known, root) : item];
    }),
  );
}

/** Where a text may be a path or a word, it is a path that begins with a dot, or that has the ending of one. */
function isPath(schema: PathSchema, value: string): boolean {
  if (schema.format === 'path') return true;
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const isOnly = branches.every((branch) => branch.format === 'path' || branch.items !== undefined);
  return (
    branches.some((branch) => branch.format === 'path') &&
    (isOnly || /^\.{1,2}\//.test(value) || branches.some((branch) => hasEnding(branch, value)))
  );
}

function hasEnding({ format, pattern }: PathSchema, value: string): boolean {
  return format === 'path' && pattern !== undefined && new RegExp(pattern).test(value);
}
