import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ConfigError, createPipeline, PluginError, type PipelineConfig } from '../../src/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const value = `The Harbour Opens Again

By Rosa Lindqvist

The harbour of Rostock opened again on Monday (Reuters, April 29). Ships had waited for nine days, and some had gone to Gdynia instead.
`;

/** A folder with files of a house, and a pipeline from a config in it. */
function house(files: Record<string, string>, config: PipelineConfig) {
  const cwd = mkdtempSync(join(tmpdir(), 'copydesk-house-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  return createPipeline({ cwd, config });
}

describe('build', () => {
  it('gives the article, the outputs and the file', async () => {
    const pipeline = createPipeline({ cwd: root, config: {} });
    const { article, outputs, assets, file } = await pipeline.build({
      value,
      path: 'harbour.txt',
      date: '2024-05-02',
    });
    expect(article.source).toMatchObject({
      path: 'harbour.txt',
      format: 'text',
      encoding: 'utf-8',
    });
    expect(article.source.sha256).toMatch(/^[\da-f]{64}$/);
    expect(article.metadata).toMatchObject({
      title: 'The Harbour Opens Again',
      authors: [{ name: 'Rosa Lindqvist' }],
      date: { value: '2024-05-02', origin: 'option' },
    });
    expect(article.citations[0]).toMatchObject({ note: 1, rendered: 'Reuters, April 29, 2024.' });
    expect(Object.keys(outputs)).toEqual(['markdown', 'html', 'json']);
    expect(JSON.parse(outputs.json as string)).toEqual(article);
    expect(assets).toEqual([]);
    expect(String(file)).toBe(value);
  });

  it('takes bytes, and a path below the input folder', async () => {
    const { article } = await createPipeline({ cwd: root, config: {} }).build({
      value: new TextEncoder().encode('# A Title\n\nWords of a text.\n'),
      path: join(root, 'input/2024/may/title.md'),
    });
    expect(article.source).toMatchObject({ path: '2024/may/title.md', format: 'markdown' });
  });

  it('takes an article without a path as text', async () => {
    const { article } = await createPipeline({ cwd: root, config: {} }).build({
      value: 'Some *words* of a text.',
    });
    expect(article.text).toBe('Some *words* of a text.');
    expect(article.source.path).toBe('untitled');
  });

  it('may be called concurrently', async () => {
    const pipeline = createPipeline({ cwd: root, config: {} });
    const inputs = Array.from({ length: 8 }, (_, index) => ({
      value: value.replace('nine', `${index}`),
      path: `${index}.txt`,
    }));
    const together = await Promise.all(inputs.map((input) => pipeline.build(input)));
    for (const [index, input] of inputs.entries()) {
      expect(together[index]?.outputs).toEqual((await pipeline.build(input)).outputs);
    }
  });

  it('builds an empty article and says so', async () => {
    const { article, outputs } = await createPipeline({ cwd: root, config: {} }).build({
      value: ' \n\n',
      path: 'a.txt',
    });
    expect(article.text).toBe('');
    expect(article.messages.map(({ ruleId }) => ruleId)).toContain('reader/empty-article');
    expect(outputs.html).toContain('<!DOCTYPE html>');
  });

  it('rejects a date that is none', async () => {
    const pipeline = createPipeline({ cwd: root, config: {} });
    await expect(pipeline.build({ value, date: 'yesterday' })).rejects.toThrow(TypeError);
  });

  it('puts out what is asked for', async () => {
    const pipeline = createPipeline({ cwd: root, config: { formats: ['json'] } });
    expect(Object.keys((await pipeline.build({ value })).outputs)).toEqual(['json']);
    expect(Object.keys((await pipeline.build({ value, formats: ['markdown'] })).outputs)).toEqual([
      'markdown',
    ]);
  });
});

describe('options', () => {
  it('merges options over those of the config', async () => {
    const config: PipelineConfig = {
      plugins: [{ citations: { style: 'plain' } }],
      formats: ['json'],
    };
    const pipeline = createPipeline({
      cwd: root,
      config,
      pluginOptions: { citations: { kinds: { 'outlet-date': false } } },
    });
    expect((await pipeline.build({ value })).article.citations).toEqual([]);
  });

  it('rejects options of a plugin that is not listed', () => {
    const make = () => createPipeline({ cwd: root, config: {}, pluginOptions: { citation: {} } });
    expect(make).toThrow('Did you mean "citations"?');
    expect(make).toThrow(ConfigError);
  });

  it('names the key at fault in a config that is an object', () => {
    const config = { formats: ['pdf'] } as unknown as PipelineConfig;
    expect(() => createPipeline({ cwd: root, config })).toThrow(
      'config.formats[0]: Unexpected value "pdf"',
    );
  });

  it('finds faults of plugins before the first article', async () => {
    const misspelt = { plugins: [{ citations: { styles: 'ap' } }] };
    expect(() => createPipeline({ cwd: root, config: misspelt })).toThrow(ConfigError);
    const missing = createPipeline({ cwd: root, config: { plugins: ['./none.ts'] } });
    await expect(missing.ready()).rejects.toThrow(ConfigError);
  });
});

describe('plugins', () => {
  const shout = `export default function shout({ mark = '!' } = {}) {
    return (tree) => { for (const node of tree.children) for (const child of node.children ?? []) if (child.type === 'text') child.value += mark; };
  }`;

  it('run in the order listed, the same one twice with other options', async () => {
    const { outputs } = await house(
      { 'shout.mjs': shout },
      {
        plugins: [{ './shout.mjs': { mark: '1' } }, { './shout.mjs': { mark: '2' } }],
      },
    ).build({ value: 'Words of a text.' });
    expect(outputs.markdown).toBe('Words of a text.12\n');
  });

  it('may be written in TypeScript, be turned off, and be presets', async () => {
    const preset = `import shout from './shout.mjs';\nexport default { plugins: [[shout, { mark: '?' as string }], [shout, false]] };`;
    const { outputs } = await house(
      { 'shout.mjs': shout, 'preset.ts': preset },
      {
        plugins: ['./preset.ts', { './shout.mjs': false }],
      },
    ).build({ value: 'Words of a text.' });
    expect(outputs.markdown).toBe('Words of a text.?\n');
  });

  it('may answer with a promise, a callback or a new tree', async () => {
    const files = {
      'promise.mjs':
        'export default () => async (tree) => { tree.children.push({ type: "thematicBreak" }); };',
      'callback.mjs':
        'export default () => (tree, file, next) => { setTimeout(() => next(null, tree), 1); };',
      'tree.mjs':
        'export default () => (tree) => ({ ...tree, children: [...tree.children, { type: "thematicBreak" }] });',
    };
    const { outputs } = await house(files, {
      plugins: ['./promise.mjs', './callback.mjs', './tree.mjs'],
    }).build({ value: 'Words.' });
    expect(outputs.markdown).toBe('Words.\n\n---\n\n---\n');
  });

  it.each([
    ['at once', 'export default () => () => { throw new Error("no luck"); };'],
    ['later', 'export default () => async () => { throw new Error("no luck"); };'],
    ['by callback', 'export default () => (tree, file, next) => next(new Error("no luck"));'],
  ])('that fail %s are named', async (_, code) => {
    const built = house({ 'unlucky.mjs': code }, { plugins: ['./unlucky.mjs'] }).build({
      value: 'Words.',
    });
    await expect(built).rejects.toThrow('Plugin "./unlucky.mjs" failed: no luck');
    await expect(built).rejects.toBeInstanceOf(PluginError);
  });

  it('give messages whose severity the catalogue of the plugin or the config sets', async () => {
    const code = `
      export const rules = { 'house/word': { severity: 'error', summary: 'A word.' }, 'house/other': { severity: 'info', summary: 'Another.' } };
      export default () => (tree, file) => {
        file.message('a word', { source: 'house', ruleId: 'word' });
        file.message('another', { source: 'house', ruleId: 'other' });
        file.message('foreign', { source: 'remark-lint', ruleId: 'no-x' });
        file.message('foreign', { source: 'remark-lint', ruleId: 'no-y' });
      };`;
    const { article } = await house(
      { 'house.mjs': code },
      {
        plugins: ['./house.mjs'],
        rules: { 'house/other': 'off', 'remark-lint:no-x': 'error' },
      },
    ).build({ value: 'Words.' });
    expect(article.messages.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['house/word', 'error'],
      ['remark-lint:no-x', 'error'],
      ['remark-lint:no-y', 'warning'],
    ]);
  });

  it('that extend the syntax are named where the input is no Markdown', async () => {
    const code =
      'export default function math() { (this.data().micromarkExtensions ??= []).push({}); }';
    const pipeline = house({ 'math.mjs': code }, { plugins: ['./math.mjs'] });
    const ids = async (path: string) =>
      (await pipeline.build({ value: 'Words.', path })).article.messages.map(
        ({ ruleId }) => ruleId,
      );
    expect(await ids('a.txt')).toEqual(['reader/plugin-without-syntax']);
    expect(await ids('a.md')).toEqual([]);
  });

  it('of rehype see the body before it is made safe', async () => {
    const code = `export default () => (tree) => { tree.children.push({ type: 'element', tagName: 'script', properties: {}, children: [{ type: 'text', value: 'alert(1)' }] }, { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: 'added' }] }); };`;
    const { outputs } = await house(
      { 'add.mjs': code },
      { plugins: [], html: { plugins: ['./add.mjs'] } },
    ).build({ value: 'Words.' });
    expect(outputs.html).toContain('<p>added</p>');
    expect(outputs.html).not.toContain('alert(1)');
  });
});

it('writes no file', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'copydesk-none-'));
  await createPipeline({ cwd, config: {} }).build({ value, path: 'harbour.txt' });
  expect(existsSync(join(cwd, 'output'))).toBe(false);
});
