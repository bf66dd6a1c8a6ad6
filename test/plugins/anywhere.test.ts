/** Our plugins in chains that know nothing of copydesk: plain remark, Eleventy's and Astro's Markdown. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Plugin } from 'unified';
import { describe, expect, it } from 'vitest';
import citations from '../../plugins/citations/index.ts';
import cleanup from '../../plugins/cleanup/index.ts';
import entities from '../../plugins/entities/index.ts';
import houseStyle from '../../plugins/house-style/index.ts';
import masthead from '../../plugins/masthead/index.ts';
import pullQuotes from '../../plugins/pull-quotes/index.ts';
import { shippedPluginNames } from '../../src/config/shipped-plugins.ts';
import { newsroom } from '../support/newsroom.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const article = `# The Night Boat

By Anna Birch

The "last" boat to Lisbon left at nine (Reuters, May 3, 2021). ${'The harbour has been quiet since the winter, and nobody there expects it to change. '.repeat(3)}

“We never asked for a bridge, and now we can’t imagine a morning without it,” said Paul Reyes, who runs the ticket office.

${'It took the town eleven years to decide, and the builders three to finish what it decided. '.repeat(4)}
`;

describe('a bare remark() chain', () => {
  it('runs each alone, and prints Markdown', async () => {
    const plain = String(await remark().process(article));
    for (const plugin of [masthead, cleanup, citations, entities, pullQuotes, houseStyle]) {
      const printed = String(
        await remark()
          .use(plugin as unknown as Plugin)
          .process(article),
      );
      expect(printed.length).toBeGreaterThan(plain.length * 0.8);
    }
    expect(String(await remark().use(cleanup).process(article))).toContain('The “last” boat');
    const cited = String(await remark().use(remarkGfm).use(citations).process(article));
    expect(cited).toMatch(/left at nine\.\[\^1\] [\s\S]*\n\[\^1\]: .*Reuters/);
    const named = await remark().use(entities).process(article);
    expect(named.data.entities?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Lisbon', 'Paul Reyes']),
    );
    const quoted = await remark().use(pullQuotes, { count: 1 }).process(article);
    expect(quoted.data.pullQuotes).toHaveLength(1);
    expect((await remark().use(masthead).process(article)).data.masthead?.authors).toEqual([
      { name: 'Anna Birch' },
    ]);
  });

  it('runs all together', async () => {
    const file = await remark()
      .use(remarkGfm)
      .use([masthead, cleanup, citations, entities, pullQuotes] as unknown as Plugin[])
      .process(article);
    expect(String(file)).toContain('The “last” boat to Lisbon left at nine.[^1]');
    expect(file.data.citations).toHaveLength(1);
  });
});

describe('the readme of each', () => {
  const alias = Object.fromEntries(
    shippedPluginNames.map((name) => [
      `copydesk/plugins/${name}`,
      join(root, `plugins/${name}/index.ts`),
    ]),
  );

  it.each([
    ['masthead', 'file.data.masthead.authors', [{ name: 'Anna Birch' }]],
    ['cleanup', 'String(file).trim()', 'The “last” boat, she said…'],
    ['citations', '/left at nine\\.\\[\\^1\\]/.test(String(file))', true],
    [
      'entities',
      'file.data.entities.map(({ name, type }) => `${type} ${name}`)',
      ['person Anna Birch', 'place Lisbon'],
    ],
    ['pull-quotes', '/<aside/.test(String(file))', true],
    ['house-style', 'file.messages[0].expected', ['use']],
  ])('%s has an example that works', async (name, expression, expected) => {
    const page = readFileSync(join(root, `plugins/${name}/readme.md`), 'utf8');
    const code = /^```js\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
    expect(code).toContain(`copydesk/plugins/${name}`);
    const given = name === 'pull-quotes' ? `const article = ${JSON.stringify(article)};\n` : '';
    const imports = code.match(/^import .*$/gm)?.join('\n') ?? '';
    const rest = code.replaceAll(/^import .*$/gm, '');
    const cwd = newsroom({
      'example.mjs': `${imports}\n${given}${rest}\nexport const result = ${expression};\n`,
    });
    const { result } = await createJiti(import.meta.url, { alias, fsCache: false }).import<{
      result: unknown;
    }>(join(cwd, 'example.mjs'));
    expect(result).toEqual(expected);
  });
});

const sites = join(root, '.optional/sites/node_modules');
const has = (name: string): boolean => {
  const found = existsSync(join(sites, name));
  if (!found) console.log(`skipped: ${name} is not in .optional/sites, where .ci/run installs it`);
  return found;
};
const importFrom = async (name: string): Promise<Record<string, unknown>> => {
  const manifest = JSON.parse(readFileSync(join(sites, name, 'package.json'), 'utf8')) as {
    main?: string;
    exports?: { '.'?: string | { import?: string; default?: string } };
  };
  const entry = manifest.exports?.['.'];
  const main =
    typeof entry === 'string'
      ? entry
      : (entry?.import ?? entry?.default ?? manifest.main ?? 'index.js');
  return (await import(pathToFileURL(join(sites, name, main)).href)) as Record<string, unknown>;
};

describe('site generators', () => {
  it.skipIf(!has('@11ty/eleventy'))("Eleventy's Markdown", async () => {
    const { default: Eleventy } = (await importFrom('@11ty/eleventy')) as {
      default: new (
        input: string,
        output: string,
        options: object,
      ) => { toJSON: () => Promise<{ content: string }[]>; disableLogger: () => void };
    };
    const { unified } = await import('unified');
    const { default: remarkParse } = await import('remark-parse');
    const { default: remarkRehype } = await import('remark-rehype');
    const { default: rehypeStringify } = await import('rehype-stringify');
    const processor = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(citations)
      .use(houseStyle, { rules: { a: { extends: 'existence', tokens: ['quiet'] } } })
      .use(remarkRehype)
      .use(rehypeStringify);
    const cwd = newsroom({});
    mkdirSync(join(cwd, 'site'));
    writeFileSync(join(cwd, 'site/boat.md'), article);
    const before = process.cwd();
    process.chdir(cwd);
    try {
      const eleventy = new Eleventy('site', 'out', {
        quietMode: true,
        configPath: null,
        config: (config: { setLibrary: (name: string, library: object) => void }) => {
          config.setLibrary('md', {
            render: async (text: string) => String(await processor.process(text)),
          });
        },
      });
      const [page] = await eleventy.toJSON();
      expect(page?.content).toContain('left at nine.<sup><a href="#user-content-fn-1"');
      expect(page?.content).toMatch(/<li id="user-content-fn-1">\s*<p>.*Reuters/);
    } finally {
      process.chdir(before);
    }
  });

  it.skipIf(!has('@astrojs/markdown-remark'))("Astro's Markdown", async () => {
    const { createMarkdownProcessor } = (await importFrom('@astrojs/markdown-remark')) as {
      createMarkdownProcessor: (
        options: object,
      ) => Promise<{ render: (text: string) => Promise<{ code: string }> }>;
    };
    const { render } = await createMarkdownProcessor({
      syntaxHighlight: false,
      smartypants: false,
      remarkPlugins: [cleanup, [citations, { style: 'ap' }], entities, [pullQuotes, { count: 1 }]],
    });
    const { code } = await render(article);
    expect(code).toContain('left at nine.<sup><a href="#user-content-fn-1"');
    expect(code).toContain('The “last” boat');
    expect(code).toMatch(/<aside[^>]*>/);
  });
});
