/** Plugins of others, from npm, by the lines that a newsroom would write. */
import { describe, expect, it } from 'vitest';
import { createPipeline, type BuildResult } from '../../../src/index.ts';
import { command, newsroom } from '../../support/newsroom.ts';

const article = `# Night Boats

## Contents

## The pier

The "last" boat left -- as it does... at nine.

## The harbour

See [the timetable](https://boats.example/times) for the the rest.
`;

async function build(
  config: string,
  value = article,
  files: Record<string, string> = {},
  path = 'boats.md',
): Promise<BuildResult> {
  const cwd = newsroom({ 'pipeline.config.yaml': config, ...files });
  return createPipeline({ cwd }).build({ value, path });
}

const ids = (result: BuildResult): string[] =>
  result.article.messages.map(({ ruleId }) => ruleId).sort();

describe('remark packages', () => {
  it('runs remark-smartypants, with the options that it documents', async () => {
    const plain = await build('plugins: [remark-smartypants]');
    expect(plain.outputs.markdown).toContain('The “last” boat left — as it does… at nine.');
    const set = await build(
      'plugins:\n  - remark-smartypants:\n      dashes: oldschool\n      quotes: false\n',
    );
    expect(set.outputs.markdown).toContain('The "last" boat left – as it does… at nine.');
  });

  it('runs remark-toc', async () => {
    const { outputs } = await build(
      'plugins:\n  - remark-toc:\n      heading: contents\n      tight: true\n',
    );
    expect(outputs.markdown).toContain('- [The pier](#the-pier)\n- [The harbour](#the-harbour)\n');
  });

  it('runs rules of remark-lint, whose options are lists', async () => {
    const list = 'Text here.\n\n1) one\n';
    const rule = 'remark-lint-ordered-list-marker-style';
    expect(ids(await build(`plugins:\n  - ${rule}: '.'\n`, list))).toEqual([
      'remark-lint:ordered-list-marker-style',
    ]);
    const error = await build(`plugins:\n  - ${rule}: [error, '.']\n`, list);
    expect(error.article.messages[0]?.severity).toBe('error');
    expect(ids(await build(`plugins:\n  - ${rule}: [error, ')']\n`, list))).toEqual([]);
    const set = await build(
      `plugins:\n  - ${rule}: '.'\nrules:\n  remark-lint:ordered-list-marker-style: info\n`,
      list,
    );
    expect(set.article.messages[0]).toMatchObject({ severity: 'info', line: 3, column: 2 });
  });

  it('runs a preset, and a plugin after it with other options', async () => {
    const text = 'See [nothing] here.\n\n1) one\n';
    const preset = await build('plugins: [remark-preset-lint-recommended]', text);
    expect(ids(preset)).toEqual([
      'remark-lint:no-undefined-references',
      'remark-lint:ordered-list-marker-style',
    ]);
  });

  it('refuses options of a preset, and says what to do', async () => {
    await expect(
      build('plugins:\n  - remark-preset-lint-recommended:\n      a: 1\n'),
    ).rejects.toThrow(
      /pipeline\.config\.yaml:3:7: Unexpected options of "remark-preset-lint-recommended", which is a preset/,
    );
  });

  it('reads and writes the syntax of remark-directive', async () => {
    const text = '::boat[The *night* boat]{#b1}\n\n:::note\nInside.\n:::\n';
    const { outputs, tree } = await build('plugins: [remark-directive]', text);
    expect(tree.children.map(({ type }) => type)).toEqual(['leafDirective', 'containerDirective']);
    expect(outputs.markdown).toBe(text);
  });

  it('says that a syntax plugin does nothing for other formats', async () => {
    const result = await build('plugins: [remark-directive]', '::boat', {}, 'boats.txt');
    expect(ids(result)).toContain('reader/plugin-without-syntax');
  });
});

describe('rehype packages', () => {
  it('runs rehype-slug and rehype-external-links before the page is made safe', async () => {
    const { outputs } = await build(
      'plugins: []\nhtml:\n  plugins:\n    - rehype-slug:\n        prefix: s-\n    - rehype-external-links:\n        rel: [nofollow]\n',
    );
    expect(outputs.html).toMatch(/<h3 id="[^"]*s-the-pier">The pier/);
    expect(outputs.html).toMatch(/<a[^>]* rel="nofollow"/);
  });
});

describe('retext packages', () => {
  const bridge = `plugins:
  - remark-retext:
      processor:
        - retext-english
        - retext-repeated-words
`;

  it('runs through remark-retext, which is given a processor', async () => {
    const { article } = await build(bridge);
    expect(article.messages).toMatchObject([
      { ruleId: 'retext-repeated-words:the', line: 11, column: 54 },
    ]);
  });

  it('runs after our plugins, and in raw text', async () => {
    const value =
      'A Headline About Ships\n\nThe ferry left for the the island (Reuters, May 3, 2021).';
    const cwd = newsroom({
      'pipeline.config.yaml': bridge.replace(
        'plugins:\n',
        'plugins:\n  - masthead\n  - citations\n',
      ),
    });
    const { article } = await createPipeline({ cwd }).build({ value, path: 'a.txt' });
    expect(article.messages.filter(({ ruleId }) => ruleId.startsWith('retext'))).toMatchObject([
      { line: 3, column: 20 },
    ]);
    expect(article.citations).toHaveLength(1);
  });

  it('takes more than one parameter as a list', async () => {
    const quoted = 'Text.\n\n> For the the rest.\n';
    const listed = `plugins:
  - - remark-retext
    - processor: [retext-english, retext-repeated-words]
    - ignore: [blockquote]
`;
    expect(ids(await build(listed, quoted))).toEqual([]);
    expect(ids(await build(bridge, quoted))).toEqual(['retext-repeated-words:the']);
  });

  it('names the place of a fault within it', async () => {
    await expect(
      build('plugins:\n  - remark-retext:\n      processor:\n        - retext-englisch\n'),
    ).rejects.toThrow(/pipeline\.config\.yaml:4:11: Unexpected plugin "retext-englisch"/);
  });

  it('runs through a local plugin of two lines as well', async () => {
    const { article } = await build('plugins: [./plugins/words.js]', undefined, {
      'plugins/words.js': `import remarkRetext from 'remark-retext';
import retextEnglish from 'retext-english';
import retextRepeatedWords from 'retext-repeated-words';
import { unified } from 'unified';
export default { plugins: [[remarkRetext, unified().use(retextEnglish).use(retextRepeatedWords)]] };
`,
    });
    expect(article.messages).toHaveLength(1);
  });
});

describe('lists of plugins', () => {
  const append = `import type { Root } from 'mdast';
import { words } from './words.ts';
export default function append(...given: unknown[]) {
  return (tree: Root) => {
    tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: words(given) }] });
  };
}
`;
  const files = {
    'plugins/append.ts': append,
    'plugins/words.ts':
      'export const words = (given: unknown[]): string => JSON.stringify(given);\n',
    'plugins/append.mjs':
      "export default () => (tree) => void tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: 'mjs' }] });\n",
  };

  it('run in their order; the same plugin twice runs twice, and false turns off', async () => {
    const config = `plugins:
  - ./plugins/append.ts: one
  - ./plugins/append.mjs
  - ./plugins/append.ts: { two: 2 }
  - ./plugins/append.ts: false
  - ./plugins/append.ts
  - [./plugins/append.ts, 1, [2], 3]
  - [./plugins/append.mjs, false]
`;
    const { outputs } = await build(config, 'Text.\n', files);
    expect(outputs.markdown).toBe(
      ['Text.', '\\["one"]', 'mjs', '\\[{"two":2}]', '\\[]', '\\[1,\\[2],3]'].join('\n\n') + '\n',
    );
  });

  it('hand the settings of a preset to parser and stringifier', async () => {
    const preset = `export default {
  settings: { bullet: '*', emphasis: '_' },
  plugins: [{ settings: { rule: '_' } }, [function () { return (tree) => void tree.children.reverse(); }], null].slice(0, 2),
};
`;
    const { outputs } = await build('plugins: [./plugins/preset.js]', '*a* b\n\n---\n\n- c\n', {
      'plugins/preset.js': preset,
    });
    expect(outputs.markdown).toBe('* c\n\n___\n\n_a_ b\n');
  });
});

describe('a build from the command line', () => {
  it('takes all forms of an entry, with the cache', async () => {
    const cwd = newsroom({
      'pipeline.config.yaml': `formats: [markdown]
plugins:
  - remark-smartypants: { quotes: false }
  - [remark-toc, { heading: contents }]
  - - remark-retext
    - processor: [[retext-english], { retext-repeated-words: null }, { no-such-plugin: false }]
    - ignore: [blockquote]
`,
      'input/boats.md': article,
    });
    for (const state of ['1 article built', 'unchanged']) {
      const { code, stderr } = await command(cwd, 'build');
      expect(stderr).toContain('retext-repeated-words:the');
      expect(stderr).toContain(state);
      expect(code).toBe(0);
    }
  });
});
