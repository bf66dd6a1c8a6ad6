import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FrontMatterPreset, MarkdownConfig } from '../../../src/config/types.ts';
import { createPipeline, type Article, type Pipeline } from '../../../src/index.ts';
import { readableExtensions } from '../../../src/readers/index.ts';
import { expectFixpoint } from '../../support/laws.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const inputs = [
  ...readdirSync(join(root, 'input')).map((name) => join(root, 'input', name)),
  ...readdirSync(join(root, 'test/fixtures'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^/]+\/input\.[a-z]+$/.test(name))
    .map((name) => join(root, 'test/fixtures', name)),
].filter((path) => readableExtensions.some((extension) => path.endsWith(extension)));

function pipelineOf(frontMatter: FrontMatterPreset, markdown: MarkdownConfig = {}): Pipeline {
  const plugins = [
    'masthead',
    'cleanup',
    'citations',
    { entities: { registry: 'editorial/entities.yaml' } },
    'pull-quotes',
  ];
  return createPipeline({
    cwd: root,
    config: { plugins, markdown: { ...markdown, frontMatter }, formats: ['markdown'] },
  });
}

async function front(
  frontMatter: FrontMatterPreset,
  value: string,
): Promise<Record<string, unknown>> {
  const { outputs } = await pipelineOf(frontMatter).build({ value, path: 'a.md' });
  const yaml = /^---\n(.*?)^---\n/ms.exec(outputs.markdown as string)?.[1] ?? '';
  return parse(yaml) as Record<string, unknown>;
}

const article = `---
# Kept as it is.
slug: quay
title: A Quay for Sale
subtitle: Nobody wants it
authors: [Anna Birch]
date: 2022-10
language: en-GB
url: https://example.org/quay
images:
  - { src: quay.jpg, caption: The quay in spring, credit: A. Roe, alt: A quay }
pullQuotes: [Nobody in the town had ever wanted a second quay.]
---

The quay was offered for sale. Nobody in the town had ever wanted a second quay.
`;

describe.each(['hugo', 'jekyll', 'eleventy', 'astro'] as const)('front matter for %s', (preset) => {
  const pipeline = pipelineOf(preset);

  it.each(inputs)('is read back to the same article: %s', async (path) => {
    await expectFixpoint(pipeline, await pipeline.build({ value: readFileSync(path), path }));
  });

  it('is read back with all that an article may state', async () => {
    const built = await pipeline.build({ value: article, path: 'a.md' });
    await expectFixpoint(pipeline, built);
    const again = await pipeline.build({ value: built.outputs.markdown as string, path: 'a.md' });
    expect(again.article.metadata).toMatchObject({
      title: 'A Quay for Sale',
      date: { value: '2022-10', origin: 'stated' },
      language: 'en-GB',
      url: 'https://example.org/quay',
      images: [{ src: 'quay.jpg', caption: 'The quay in spring', credit: 'A. Roe', alt: 'A quay' }],
    });
  });

  it('keeps keys that are not ours, in their order and with their comments', async () => {
    const { outputs } = await pipeline.build({ value: article, path: 'a.md' });
    expect(outputs.markdown).toMatch(/^---\n# Kept as it is\.\nslug: quay\ntitle: /);
  });
});

describe('front matter', () => {
  it('bears the names of Hugo, where url is a path and images a list of addresses', async () => {
    expect(await front('hugo', article)).toMatchObject({
      description: 'Nobody wants it',
      date: '2022-10-01',
      datePrecision: 'month',
      canonicalURL: 'https://example.org/quay',
      images: ['quay.jpg'],
      figures: [{ caption: 'The quay in spring' }],
      authors: ['Anna Birch'],
    });
    expect(await front('hugo', article)).not.toHaveProperty('url');
    expect(await front('hugo', '---\nurl: /a/b/\nimages: [x.png]\n---\n\nA quay.')).toMatchObject({
      url: '/a/b/',
      images: ['x.png'],
    });
  });

  it('bears the names that Jekyll and its plugins look for', async () => {
    const found = await front('jekyll', article.replace('[Anna Birch]', '[Anna Birch, Bo Lind]'));
    expect(found).toMatchObject({
      canonical_url: 'https://example.org/quay',
      lang: 'en-GB',
      image: { path: 'quay.jpg', alt: 'A quay' },
      authors: ['Anna Birch', 'Bo Lind'],
    });
    expect(await front('jekyll', 'A Quay\n\nBy Anna Birch\n\nIt was sold.')).toMatchObject({
      author: 'Anna Birch',
    });
  });

  it('bears the names of Eleventy and Astro', async () => {
    expect(await front('eleventy', article)).toMatchObject({
      canonical: 'https://example.org/quay',
      lang: 'en-GB',
      date: '2022-10-01',
    });
    expect(await front('astro', article)).toMatchObject({
      pubDate: '2022-10-01',
      canonicalURL: 'https://example.org/quay',
      lang: 'en-GB',
    });
  });

  it('does not let a generator read braces in the text as its own', async () => {
    const value = 'A Quay\n\nThey wrote {{ page.title }} and {{< figure >}} on the wall.';
    expect(await front('jekyll', value)).toMatchObject({ render_with_liquid: false });
    expect(await front('eleventy', value)).toMatchObject({ templateEngineOverride: 'md' });
    const { outputs, article: built } = await pipelineOf('hugo').build({ value, path: 'a.txt' });
    expect(outputs.markdown).toContain('{{ page.title }} and {\\{< figure >}} on the wall.');
    const again = await pipelineOf('hugo').build({
      value: outputs.markdown as string,
      path: 'a.md',
    });
    expect(again.article.text).toBe(built.text);
    expect(again.outputs.markdown).toBe(outputs.markdown);
  });

  it('leaves a description and tags of the author', async () => {
    const value = '---\ndescription: Mine\ntags: [x]\n---\n\nA quay was sold.';
    expect(await front('hugo', value)).toMatchObject({ description: 'Mine', tags: ['x'] });
  });
});

describe('no front matter', () => {
  const pipeline = pipelineOf('none');
  const printed = ({ text, citations, entities, metadata }: Article): unknown => ({
    text,
    notes: citations.map(({ note, rendered }) => [note, rendered]).sort(),
    entities: entities.map(({ id, mentions }) => [id, mentions.length]).sort(),
    title: metadata.title,
    authors: metadata.authors,
    publication: metadata.publication,
  });

  it.each(inputs)('is read back but for what it cannot say: %s', async (path) => {
    const built = await pipeline.build({ value: readFileSync(path), path });
    const markdown = built.outputs.markdown as string;
    expect(markdown).not.toMatch(/^---/);
    const again = await pipeline.build({ value: markdown, path: 'again.md' });
    expect(again.outputs.markdown).toBe(markdown);
    expect(printed(again.article)).toEqual(printed(built.article));
  });

  it('opens the text with what stood above it', async () => {
    const { outputs } = await pipeline.build({ value: article, path: 'a.md' });
    expect(outputs.markdown).toBe(`# A Quay for Sale

Nobody wants it

By Anna Birch

October 2022

![A quay](quay.jpg "The quay in spring (Photo: A. Roe)")

The quay was offered for sale. Nobody in the town had ever wanted a second quay.
`);
  });
});
