import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaFiles } from '../../src/cli/commands/schema.ts';
import { run } from '../../src/cli/program.ts';

interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  definitions?: Record<string, JsonSchema>;
  description?: string;
  examples?: unknown[];
}

const folder = new URL('../../schemas/', import.meta.url);
const article = JSON.parse(
  readFileSync(new URL('article.schema.json', folder), 'utf8'),
) as JsonSchema;

const fields = [['Article', article], ...Object.entries(article.definitions ?? {})].flatMap(
  ([owner, schema]) =>
    Object.entries((schema as JsonSchema).properties ?? {}).map(
      ([name, field]): [string, JsonSchema] => [`${owner as string}.${name}`, field],
    ),
);

describe('the schema of the article', () => {
  it('has fields', () => expect(fields.length).toBeGreaterThan(70));

  it.each(fields)('describes %s', (_, { description }) => {
    expect(description).toMatch(/^\S.*\.$/s);
  });

  // What a list or a reference holds has examples of its own, and the values of an enumeration are their own.
  const plain = fields.filter(([, { type }]) =>
    [type].flat().some((each) => each === 'string' || each === 'number' || each === 'integer'),
  );
  it.each(plain.filter(([, field]) => !('const' in field) && !('enum' in field)))(
    'has an example of %s, of its type',
    (_, { type, examples = [] }) => {
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) expect([type].flat()).toContain(typeof example);
    },
  );
});

describe('copydesk schema', () => {
  it.each(Object.entries(schemaFiles))('prints the schema of %s', async (name, file) => {
    let printed = '';
    const code = await run(['schema', name], {
      cwd: '.',
      stdout: (text) => (printed += text),
      stderr: () => {},
      stdin: async () => Buffer.from(''),
      interactive: false,
      color: false,
      now: () => 0,
    });
    expect(code).toBe(0);
    expect(printed).toBe(readFileSync(new URL(file, folder), 'utf8'));
  });

  it('knows every schema that ships', () => {
    expect(Object.values(schemaFiles).sort()).toEqual(readdirSync(folder).sort());
  });
});
