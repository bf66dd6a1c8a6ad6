/** Plugins that throw, and plugins that leave a broken tree. */
import { describe, expect, it } from 'vitest';
import { createPipeline, PluginError } from '../../../src/index.ts';
import { command, newsroom } from '../../support/newsroom.ts';

const config = 'formats: [markdown, html, json]\nplugins:\n  - ./plugins/house.mjs\n';
const text = 'A Headline About Ships\n\nThe ferry left in the morning and came back late.\n';

async function failureOf(code: string, extra = ''): Promise<PluginError> {
  const cwd = newsroom({ 'pipeline.config.yaml': config + extra, 'plugins/house.mjs': code });
  const failure: unknown = await createPipeline({ cwd })
    .build({ value: text, path: 'a.txt' })
    .then(
      () => new Error('built'),
      (error: unknown) => error,
    );
  expect(failure).toBeInstanceOf(PluginError);
  return failure as PluginError;
}

const plugin = (body: string, head = '(tree, file)'): string =>
  `export default () => ${head} => { ${body} };\n`;

describe('a plugin that fails', () => {
  it.each([
    ['throws', plugin("throw new TypeError('no such luck')"), 'no such luck'],
    ['throws in a promise', plugin("throw new Error('late')", 'async (tree)'), 'late'],
    ['rejects', plugin("return Promise.reject(new Error('rejected'))"), 'rejected'],
    ['rejects a thenable', plugin("return { then: (_, no) => no(new Error('then')) }"), 'then'],
    ['calls back', plugin("next(new Error('back'))", '(tree, file, next)'), 'back'],
    [
      'calls back later',
      plugin("setTimeout(next, 1, new Error('later'))", '(tree, file, next)'),
      'later',
    ],
    [
      'throws before it calls back',
      plugin("throw new Error('early')", '(tree, file, next)'),
      'early',
    ],
    ['returns an error', plugin("return new Error('returned')"), 'returned'],
    ['throws a text', plugin("throw 'words'"), 'words'],
    ['throws nothing', plugin('throw undefined'), 'it threw nothing that says why'],
    ['throws an object', plugin('throw { code: 1 }'), 'it threw [object Object]'],
    [
      'throws an object that is no text',
      plugin('throw Object.create(null)'),
      'it threw [object Object]',
    ],
    ['throws an error without words', plugin('throw new RangeError()'), 'RangeError'],
    ['fails the file', plugin("file.fail('not this one', tree)"), 'not this one'],
    [
      'ends up in a recursion without end',
      plugin('const f = () => f(); f()'),
      'Maximum call stack size exceeded',
    ],
  ])('%s', async (_name, code, reason) => {
    const failure = await failureOf(code);
    expect(failure.plugin).toBe('./plugins/house.mjs');
    expect(failure.message).toBe(`Plugin "./plugins/house.mjs" failed: ${reason}`);
  });

  it('is named with the article, and the others are built', async () => {
    const cwd = newsroom({
      'pipeline.config.yaml': config,
      'plugins/house.mjs': plugin(
        "if (file.path.endsWith('b.txt')) throw new Error('no b')",
        'async (tree, file)',
      ),
      'input/a.txt': text,
      'input/b.txt': text,
      'input/c.txt': text,
    });
    const { code, stderr } = await command(cwd, 'build', '--config', 'pipeline.config.yaml');
    expect(code).toBe(1);
    expect(stderr).toMatch(/input\/b\.txt\n +error +Plugin "\.\/plugins\/house\.mjs" failed: no b/);
    expect(stderr).toMatch(/2 articles built · 1 failed/);
  });
});

describe('a plugin that leaves a broken tree', () => {
  it.each([
    ['a text', "return 'text'", 'it left the string "text" for the tree'],
    [
      'a node that is no root',
      "return { type: 'paragraph', children: [] }",
      'it left a node "paragraph" for the tree, expected a root',
    ],
    ['an object', 'return {}', 'it left an object without a type for the tree, expected a root'],
    [
      'a root without children',
      "return { type: 'root' }",
      'it left a node "root" whose children is nothing, expected a list,',
    ],
    [
      'children that are no list',
      "tree.children[0].children = 'words'",
      'it left a node "heading" whose children are the string "words", expected a list, in root',
    ],
    [
      'a hole among children',
      'tree.children[1].children.push(undefined)',
      'it left nothing among the children in root > paragraph[1]',
    ],
    [
      'a text among children',
      "tree.children.push('words')",
      'it left the string "words" among the children in root',
    ],
    [
      'a node without a type',
      'tree.children.push({ children: [] })',
      'it left a node without a type in root',
    ],
    [
      'a text without a value',
      "tree.children[0].children.push({ type: 'text' })",
      'it left a node "text" whose value is nothing, expected a string, in root > heading[0]',
    ],
    [
      'a circle',
      'tree.children[0].children.push(tree.children[0])',
      'it left a node that holds itself in root > heading[0]',
    ],
    ['the tree in itself', 'tree.children.push(tree)', 'it left a node that holds itself in root'],
    [
      'hast',
      "tree.children.push({ type: 'element', tagName: 'p', properties: {}, children: [] })",
      'it left a node "element", which is none of mdast, in root',
    ],
    [
      'a tree that is too deep',
      "let at = tree; for (let i = 0; i < 2000; i++) { const next = { type: 'blockquote', children: [] }; at.children.push(next); at = next; }",
      'it left a tree of more than 1000 levels',
    ],
    [
      'a tree without end',
      "let at = { type: 'paragraph', children: [] }; for (let i = 0; i < 30; i++) at = { type: 'blockquote', children: [at, at] }; tree.children.push(at);",
      'it left a tree of more than 2000000 nodes',
    ],
  ])('%s', async (_name, body, reason) => {
    const failure = await failureOf(plugin(body));
    expect(failure.message).toBe(`Plugin "./plugins/house.mjs" failed: ${reason}`);
  });

  it('is found in a promise and in a callback as well', async () => {
    expect((await failureOf(plugin('return 1', 'async (tree)'))).message).toContain(
      'it left the number "1"',
    );
    expect((await failureOf(plugin('next(null, [])', '(tree, file, next)'))).message).toContain(
      'it left a list',
    );
  });

  it('is found among the plugins of the page', async () => {
    const cwd = newsroom({
      'pipeline.config.yaml': 'plugins: []\nhtml:\n  plugins: [./plugins/house.mjs]\n',
      'plugins/house.mjs': plugin("tree.children.push({ type: 'paragraph', children: [] })"),
    });
    await expect(createPipeline({ cwd }).build({ value: text, path: 'a.txt' })).rejects.toThrow(
      'Plugin "./plugins/house.mjs" failed: it left a node "paragraph", which is none of hast, in root',
    );
  });

  it('is not confused with one that shares nodes or adds types of its own', async () => {
    const cwd = newsroom({
      'pipeline.config.yaml': 'formats: [json]\nplugins: [./plugins/house.mjs]\n',
      'plugins/house.mjs': plugin(
        "const rule = { type: 'thematicBreak' }; tree.children.push(rule, rule, { type: 'houseNode', data: { hName: 'hr' } })",
      ),
    });
    const { tree } = await createPipeline({ cwd }).build({ value: text, path: 'a.txt' });
    expect(tree.children.map(({ type }) => type).slice(-3)).toEqual([
      'thematicBreak',
      'thematicBreak',
      'houseNode',
    ]);
  });
});

describe('order', () => {
  it('of shipped plugins is reported with place and reason', async () => {
    const cwd = newsroom({
      'pipeline.config.yaml':
        'formats: [json]\nplugins:\n  - masthead\n  - pull-quotes:\n      count: 1\n  - citations\n',
      'input/a.txt': text,
    });
    const warnings = await createPipeline({ cwd }).ready();
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'pipeline.config.yaml:4:5: Unexpected order of plugins: pull-quotes runs before citations: quotes may hold citation text. List pull-quotes after citations.',
      ),
    ]);
    const { code, stderr } = await command(cwd, 'build');
    expect(stderr).toContain(
      'warning  pipeline.config.yaml:4:5: Unexpected order of plugins: pull-quotes runs before citations',
    );
    expect(code).toBe(0);
  });

  it('of a plugin of the house is what it says itself', async () => {
    const cwd = newsroom({
      'pipeline.config.yaml': 'plugins: [./b.mjs, masthead, ./a.mjs]\n',
      'a.mjs':
        "export const order = { before: { masthead: 'it reads the lines' } };\nexport default () => {};\n",
      'b.mjs':
        "export const order = { after: { './a.mjs': 'a prepares' } };\nexport default () => {};\n",
    });
    const warnings = await createPipeline({ cwd }).ready();
    expect(warnings.map(({ message }) => message.split('\n')[0])).toEqual([
      'pipeline.config.yaml:1:11: Unexpected order of plugins: ./b.mjs runs before ./a.mjs: a prepares. List ./b.mjs after ./a.mjs.',
      'pipeline.config.yaml:1:20: Unexpected order of plugins: masthead runs before ./a.mjs: it reads the lines. List masthead after ./a.mjs.',
    ]);
  });

  it('as it is shipped has no fault', async () => {
    const cwd = newsroom({ 'pipeline.config.yaml': '{}\n' });
    expect(await createPipeline({ cwd }).ready()).toEqual([]);
  });
});
