/** What is written stays what it is when it is built again, and what is known of the article's own words is kept. */
import { describe, expect, it } from 'vitest';
import { createPipeline, type BuildResult } from '../../../src/index.ts';
import { isUnusual } from '../../../src/steady/index.ts';
import { generateArticles } from '../../../bench/articles.ts';
import { expectTruePlaces } from '../../support/laws.ts';

const pipeline = createPipeline({ config: { formats: ['markdown', 'json'] } });
const build = (value: string, path = 'article.md'): Promise<BuildResult> =>
  pipeline.build({ value, path });
const again = async (built: BuildResult): Promise<string | undefined> =>
  (await build(built.outputs.markdown as string)).outputs.markdown;

/** Each was something else in a second build before. */
const glued: Readonly<Record<string, string>> = {
  'a year on both sides of a citation': '2019)(Reuters May 5)2019',
  'brackets that stand empty beside a citation': 'the ()(Reuters, May 5)\n\n(Reuters, May 5)',
  'a place before a place': 'LONDON—LONDON—O',
  'a citation by author that an address follows': '(Smith 2012) doi:10.1000/182',
  'a mark that a bracket follows': '- (Reuters, May 5)\n\n[^1](Reuters) x',
  'a note that says that its outlet is missing': '. [^1]\n\nthe\n\n[^1]: [outlet missing] .',
  'a name in a headline that a link divides': '[P Ana]() N.4\n\ne',
  'an address that ends where a link begins': 'www.news.example/a[. the](https://news.example/a) x',
};

describe('what citations leave beside each other', () => {
  it.each(Object.entries(glued))('%s', async (_, value) => {
    const built = await build(value);
    expect(await again(built)).toBe(built.outputs.markdown);
  });
});

describe('an article that a second build changes', () => {
  const value =
    'The *river* ran on that day.\n\nThe mill stood ()(Reuters, May 5)\n\nIt was sold (Reuters, May 5).';

  it('is what the last build makes of it', async () => {
    const built = await build(value);
    expect(built.outputs.markdown).toContain('The mill stood[^1]\n');
    expect(await again(built)).toBe(built.outputs.markdown);
    expect(JSON.parse(built.outputs.json as string)).toMatchObject({ text: built.article.text });
  });

  it('keeps the kinds, the words and the places of its citations', async () => {
    const { article } = await build(value);
    const [only, ...others] = article.citations;
    expect(others).toEqual([]);
    expect(only?.kind).toBe('outlet-date');
    for (const { raw, source } of only?.occurrences ?? []) {
      expect(raw).toBe('(Reuters, May 5)');
      expect(source && value.slice(source.start, source.end)).toBe(raw);
    }
    expect(only?.occurrences.map(({ source }) => source?.start)).toEqual([47, 77]);
  });

  it('keeps the places of blocks that are as they were', async () => {
    const built = await build(value);
    expectTruePlaces(built);
    const { blocks, text } = built.article;
    const places = blocks.map(({ start, end, source }) => [text.slice(start, end), source]);
    expect(places).toEqual([
      ['The river ran on that day.', { start: 0, end: 28 }],
      ['The mill stood', null],
      ['It was sold.', { start: 65, end: 94 }],
    ]);
  });

  it('tells what any of the builds had to tell, each thing once', async () => {
    const { article } = await build(value);
    const told = article.messages.map(({ ruleId, reason, line }) => `${ruleId} ${reason} ${line}`);
    expect(new Set(told).size).toBe(told.length);
    expect(article.messages.every(({ line }) => line === null || line <= 5)).toBe(true);
  });

  it('is another for each article that is built at the same time', async () => {
    const one = await build(value);
    const many = await Promise.all([build(value), build('The mill (AP 2019)x'), build(value)]);
    expect(many[0]?.outputs).toEqual(one.outputs);
    expect(many[2]?.outputs).toEqual(one.outputs);
  });

  it('is left as it is without front matter, where another article would be built', async () => {
    const bare = createPipeline({
      config: { formats: ['markdown'], markdown: { frontMatter: 'none' } },
    });
    const { outputs } = await bare.build({ value, path: 'article.md' });
    expect(outputs.markdown).toContain('()');
  });
});

describe('an ordinary article', () => {
  it('is not built again', async () => {
    for (const { name, content } of generateArticles(20, { seed: 7 })) {
      const { tree, article } = await build(content, name);
      expect(isUnusual({ tree, article }), name).toBe(false);
    }
  });
});
